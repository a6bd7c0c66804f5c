package analysisplatform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void japaneseLettersTakeTwoPlaces() {
        String text =
                new TextTable("name", "plan")
                        .row(List.of("山田太郎", "free"))
                        .row(List.of("Bo", "pro"))
                        .text();

        assertThat(text.lines())
                .containsExactly("  name      plan", "  山田太郎  free", "  Bo        pro");
    }

    @Test
    void longCellsAreShortenedAndLineBreaksGo() {
        String text = new TextTable("note").row(List.of("a\nb " + "x".repeat(100))).text();

        assertThat(text.lines().skip(1).findFirst().orElseThrow())
                .startsWith("  a b xxx")
                .endsWith("…")
                .hasSizeLessThan(50);
    }
}
