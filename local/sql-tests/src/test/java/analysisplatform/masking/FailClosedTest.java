package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.engine.QueryFailed;
import analysisplatform.engine.QueryResult;
import org.junit.jupiter.api.Test;

/** When the world changes, less is published, never more. */
class FailClosedTest {

    private static final String[] TWO_PEOPLE = {"(1, 'taro1234')", "(2, 'hanako56')"};
    private static final TestPolicy POLICY = TestPolicy.numbered().pseudonym("login", "login");

    @Test
    void doesNotPublishARawColumnThatThePolicyDoesNotName() {
        TestSource source = TestSource.withKnownKey();
        source.raw("users", "n, login, my_number", "(1, 'taro1234', '123456789018')");

        QueryResult masked = source.mask("users", POLICY);

        assertThat(masked.single().values()).containsOnlyKeys("n", "login");
        assertThat(source.prove("users", POLICY).findings()).isEmpty();
    }

    @Test
    void failsWhenARawColumnOfThePolicyIsGone() {
        TestSource source = TestSource.withKnownKey();
        source.raw("users", "n, user_name", TWO_PEOPLE);

        QueryFailed failure =
                catchThrowableOfType(QueryFailed.class, () -> source.mask("users", POLICY));

        assertThat(failure.errorName()).isEqualTo("COLUMN_NOT_FOUND");
        assertThat(failure).hasMessageContaining("login");
    }

    @Test
    void failsWhenAPseudonymisedColumnHoldsBytesThatThePolicyDoesNotKnowOf() {
        TestSource source = TestSource.withKnownKey();
        source.raw("users", "n, login", "(1, X'7461726f')");

        QueryFailed failure =
                catchThrowableOfType(QueryFailed.class, () -> source.mask("users", POLICY));

        assertThat(failure.errorName()).isEqualTo("TYPE_MISMATCH");
    }

    @Test
    void provesNothingOfAnIdentifierThatHoldsBytesThatThePolicyDoesNotKnowOf() {
        TestSource source = TestSource.withKnownKey();
        TestPolicy policy =
                TestPolicy.numbered().drop("my_number", DataClass.CODE).keep("city", "varchar");
        source.raw("users", "n, my_number, city", "(1, X'313233', 'Osaka')");
        source.mask("users", policy);

        QueryFailed failure =
                catchThrowableOfType(QueryFailed.class, () -> source.prove("users", policy));

        assertThat(failure.errorName()).isEqualTo("TYPE_MISMATCH");
    }

    @Test
    void failsWhenThereIsNoKeyTable() {
        TestSource source = TestSource.withoutKey();
        source.raw("users", "n, login", TWO_PEOPLE);

        QueryFailed failure =
                catchThrowableOfType(QueryFailed.class, () -> source.mask("users", POLICY));

        assertThat(failure.errorName()).isEqualTo("TABLE_NOT_FOUND");
    }

    @Test
    void failsRatherThanOverwriteTheMaskedTableOfItsOwnRun() {
        TestSource source = TestSource.withKnownKey();
        source.raw("users", "n, login", TWO_PEOPLE);
        source.mask("users", POLICY);

        QueryFailed failure =
                catchThrowableOfType(QueryFailed.class, () -> source.mask("users", POLICY));

        assertThat(failure.errorName()).isEqualTo("TABLE_ALREADY_EXISTS");
    }

    @Test
    void publishesNoRowWithoutAKeyAndTheProofMissesTheRows() {
        TestSource source = TestSource.withKeys();
        source.raw("users", "n, login", TWO_PEOPLE);

        QueryResult masked = source.mask("users", POLICY);

        assertThat(masked.rows()).isEmpty();
        assertThat(source.prove("users", POLICY).findings())
                .containsExactlyInAnyOrder(
                        "table users, check rows: 2",
                        "table users, column n, check parsed: 2",
                        "table users, column login, check distinct: 2");
    }

    @Test
    void doublesRowsWithTwoKeysAndTheProofCountsTheSurplus() {
        TestSource source = TestSource.withKeys("sha256(X'01')", "sha256(X'02')");
        source.raw("users", "n, login", TWO_PEOPLE);

        QueryResult masked = source.mask("users", POLICY);

        assertThat(masked.values("n")).containsExactly(1, 1, 2, 2);
        assertThat(source.prove("users", POLICY).findings())
                .containsExactlyInAnyOrder(
                        "table users, check rows: 2",
                        "table users, column n, check parsed: 2",
                        "table users, column login, check distinct: 2");
    }
}
