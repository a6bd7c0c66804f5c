package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.MaskingPolicy.DataClass;
import org.junit.jupiter.api.Test;

/** RDS exports MySQL's CHAR as bytes; a policy that says so masks it like text. */
class StoredAsBytesTest {

    private static final String TARO_AS_BYTES = "to_utf8('taro1234')";

    @Test
    void aPseudonymIsThatOfTheText() {
        TestSource source = TestSource.withKnownKey();
        TestPolicy policy = TestPolicy.numbered().pseudonym("login", "login");
        source.raw("texts", "n, login", "(1, 'taro1234')");
        source.raw("bytes", "n, login", "(1, " + TARO_AS_BYTES + ")");

        Object ofText = source.mask("texts", policy).single().get("login");
        Object ofBytes = source.mask("bytes", policy.storedAsBytes("login")).single().get("login");

        assertThat(ofBytes).isEqualTo(ofText).asString().startsWith("v1_");
    }

    @Test
    void aKeptColumnIsText() {
        TestSource source = TestSource.withKnownKey();
        TestPolicy policy = TestPolicy.numbered().keep("country", "varchar");
        source.raw("users", "n, country", "(1, X'4A50')", "(2, NULL)", "(3, X'FF')");

        assertThat(source.mask("users", policy.storedAsBytes("country")).values("country"))
                .containsExactly("JP", null, "\uFFFD");
    }

    @Test
    void theProofFindsItsValuesWhereTheyMustNotBe() {
        TestSource source = TestSource.withKnownKey();
        TestPolicy policy =
                TestPolicy.numbered()
                        .drop("login", DataClass.IDENTIFIER)
                        .keep("nickname", "varchar")
                        .storedAsBytes("login");
        source.raw("users", "n, login, nickname", "(1, " + TARO_AS_BYTES + ", 'Taro1234')");
        source.mask("users", policy);

        assertThat(source.prove("users", policy).findings())
                .containsExactly(
                        "table users, column nickname, check residue (values of users.login): 1");
    }
}
