package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import analysisplatform.engine.QueryFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret that all pseudonyms hang on. */
class PseudonymKeyTest {

    private static final int BYTES = 32;

    @Test
    void isThirtyTwoBytesThatDifferEachTime() {
        byte[] first = created(TestSource.withoutKey());
        byte[] second = created(TestSource.withoutKey());

        assertThat(first).hasSize(BYTES).isNotEqualTo(second);
        assertThat(second).hasSize(BYTES);
    }

    @Test
    void isValidOnceCreated() {
        TestSource source = TestSource.withoutKey();

        created(source);

        assertThat(state(source)).isEqualTo(PseudonymKey.VALID);
    }

    @Test
    void isNeverMadeASecondTime() {
        TestSource source = TestSource.withoutKey();
        byte[] first = created(source);

        QueryFailed failure = catchThrowableOfType(QueryFailed.class, () -> created(source));

        assertThat(failure.errorName()).isEqualTo("TABLE_ALREADY_EXISTS");
        assertThat(key(source)).isEqualTo(first);
    }

    @Test
    void isNotOverwrittenWhenOnlyItsCatalogueEntryIsLost() {
        TestSource source = TestSource.withoutKey();
        created(source);
        SharedEngine.run("DROP TABLE " + source.databases().pseudonymKey() + ".pseudonym_key_v1");

        QueryFailed failure = catchThrowableOfType(QueryFailed.class, () -> created(source));

        assertThat(failure.errorName()).isEqualTo("HIVE_PATH_ALREADY_EXISTS");
    }

    @Test
    void isInvalidWhenThereIsNone() {
        assertThat(state(TestSource.withKeys())).isEqualTo("invalid");
    }

    @Test
    void isInvalidWhenThereAreTwo() {
        assertThat(state(TestSource.withKeys("sha256(X'01')", "sha256(X'02')")))
                .isEqualTo("invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAST(NULL AS varbinary)",
                "X''",
                "X'000102'",
                "substr(sha256(X'01'), 1, 31)",
                "sha512(X'01')"
            })
    void isInvalidWhenItIsNullOrHasAnotherLength(String key) {
        assertThat(state(TestSource.withKeys(key))).isEqualTo("invalid");
    }

    @Test
    void isInvalidWhenANullStandsBesideAGoodKey() {
        assertThat(state(TestSource.withKeys("sha256(X'01')", "CAST(NULL AS varbinary)")))
                .isEqualTo("invalid");
    }

    private static byte[] created(TestSource source) {
        SharedEngine.run(PseudonymKey.create(source.databases()));
        return key(source);
    }

    private static byte[] key(TestSource source) {
        return (byte[])
                SharedEngine.run(
                                "SELECT \"key\" FROM %s.%s"
                                        .formatted(
                                                source.databases().pseudonymKey(),
                                                source.databases().pseudonymKeyTable()))
                        .value();
    }

    private static Object state(TestSource source) {
        return SharedEngine.run(PseudonymKey.check(source.databases())).single().get("state");
    }
}
