package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import analysisplatform.engine.QueryFailed;
import analysisplatform.engine.QueryResult;
import org.junit.jupiter.api.Test;

/** The stable view that analysts query. */
class PublishTest {

    private static final String FIRST = "r20260101000000_00000001";
    private static final String SECOND = "r20260102000000_00000002";

    private final TestSource source = TestSource.withKnownKey();

    @Test
    void showsTheRunThatWasPublishedLastAndCanGoBack() {
        TableStatements users =
                source.statements("users", TestPolicy.numbered().pseudonym("login", "login"));
        source.raw("users", "n, login", "(1, 'taro')");
        SharedEngine.run(users.createMasked().render(FIRST));
        source.raw("users", "n, login", "(1, 'taro')", "(2, 'hanako')");
        SharedEngine.run(users.createMasked().render(SECOND));

        SharedEngine.run(users.publish().render(FIRST));
        QueryResult first = published();
        SharedEngine.run(users.publish().render(SECOND));
        QueryResult second = published();
        SharedEngine.run(users.publish().render(FIRST));
        QueryResult back = published();

        assertThat(first.values("n")).containsExactly(1);
        assertThat(second.values("n")).containsExactly(1, 2);
        assertThat(second.values("login").get(0)).isEqualTo(first.values("login").get(0));
        assertThat(back).isEqualTo(first);
    }

    @Test
    void showsTheColumnsOfARunThatWasMadeUnderAnotherPolicy() {
        source.raw("users", "n, login, city", "(1, 'taro', 'Osaka')");
        TestPolicy before = TestPolicy.numbered().pseudonym("login", "login");
        TestPolicy after = TestPolicy.numbered().keep("city", "varchar");
        SharedEngine.run(source.statements("users", before).createMasked().render(FIRST));
        SharedEngine.run(source.statements("users", after).createMasked().render(SECOND));

        SharedEngine.run(source.statements("users", before).publish().render(FIRST));
        SharedEngine.run(source.statements("users", after).publish().render(SECOND));

        assertThat(published().single().values()).containsOnlyKeys("n", "city");
    }

    @Test
    void isGoneOnceWithdrawnAndWithdrawingAgainDoesNoHarm() {
        TableStatements users = source.statements("users", TestPolicy.numbered());
        source.raw("users", "n", "1");
        SharedEngine.run(users.createMasked().render(FIRST));
        SharedEngine.run(users.publish().render(FIRST));

        SharedEngine.run(users.withdraw());
        SharedEngine.run(users.withdraw());

        QueryFailed failure = catchThrowableOfType(QueryFailed.class, this::published);
        assertThat(failure.errorName()).isEqualTo("TABLE_NOT_FOUND");
    }

    private QueryResult published() {
        return SharedEngine.run(
                "SELECT * FROM " + source.databases().published() + ".users ORDER BY 1");
    }
}
