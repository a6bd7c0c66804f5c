package analysisplatform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencePseudonymTest {

    private final ReferencePseudonym pseudonym = new ReferencePseudonym(key());

    @Test
    void agreesWithTheKnownAnswerThatTheEngineGives() {
        assertThat(pseudonym.of("email", "taro@example.com")).contains("v1_8313a34fa7eb992a");
        assertThat(pseudonym.of("email", "Ｔaro＠Example.com\u3000")).contains("v1_8313a34fa7eb992a");
    }

    @Test
    void hasNoneForNothing() {
        assertThat(pseudonym.of("email", null)).isEmpty();
        assertThat(pseudonym.of("email", " \u3000")).isEmpty();
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return key;
    }
}
