package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.engine.QueryFailed;
import analysisplatform.engine.QueryResult;
import analysisplatform.engine.ReferencePseudonym;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second version of the pseudonym key beside the first. */
class KeyRotationTest {

    private static final String NAME = "rotation";
    private static final String PLACE = "file://" + SharedEngine.place(NAME);
    private static final Databases FIRST = databases(1);
    private static final Databases SECOND = databases(2);

    private static byte[] firstKey;

    @BeforeAll
    static void rawDataAndTwoKeys() {
        SharedEngine.run("CREATE SCHEMA " + NAME);
        SharedEngine.run(
                "CREATE TABLE %s.%s AS SELECT * FROM (VALUES (1, 'taro@example.com'), (2, 'hanako@example.jp')) AS t (n, email)"
                        .formatted(NAME, TestSource.sourceTable("people").rawName()));
        SharedEngine.run(PseudonymKey.create(FIRST));
        firstKey = key(FIRST);
        SharedEngine.run(PseudonymKey.create(SECOND));
    }

    @Test
    void isAKeyOfItsOwnAndLeavesTheFirstAsItIs() {
        assertThat(key(FIRST)).isEqualTo(firstKey).isNotEqualTo(key(SECOND));
        assertThat(SharedEngine.run(PseudonymKey.check(SECOND)).value())
                .isEqualTo(PseudonymKey.VALID);
    }

    @Test
    void isMadeOnlyOnceToo() {
        byte[] before = key(SECOND);

        catchThrowableOfType(
                QueryFailed.class, () -> SharedEngine.run(PseudonymKey.create(SECOND)));

        assertThat(key(SECOND)).isEqualTo(before);
    }

    @Test
    void makesOtherPseudonymsThatCarryItsVersion() {
        List<String> first = pseudonyms(FIRST, "r20260101000000_00000001");
        List<String> second = pseudonyms(SECOND, "r20260101000000_00000002");

        ReferencePseudonym reference = new ReferencePseudonym(key(SECOND), 2);
        assertThat(second)
                .containsExactly(
                        reference.of("email", "taro@example.com").orElseThrow(),
                        reference.of("email", "hanako@example.jp").orElseThrow())
                .allMatch(pseudonym -> pseudonym.matches("v2_[0-9a-f]{16}"));
        assertThat(first).allMatch(pseudonym -> pseudonym.matches("v1_[0-9a-f]{16}"));
        assertThat(digits(first)).doesNotContainAnyElementsOf(digits(second));
    }

    @Test
    void isAllThatAMaskReads() {
        assertThat(statements(SECOND).createMasked().toString())
                .contains("pseudonym_key_v2")
                .doesNotContain("pseudonym_key_v1", "v1_");
    }

    @Test
    void aLostKeyIsReplacedByTheNextVersionWithoutTouchingWhatIsLeft() {
        Databases third = databases(3);

        SharedEngine.run(PseudonymKey.create(third));

        assertThat(SharedEngine.run(PseudonymKey.check(third)).value())
                .isEqualTo(PseudonymKey.VALID);
        assertThat(key(third)).isNotEqualTo(key(FIRST)).isNotEqualTo(key(SECOND));
    }

    private static List<String> pseudonyms(Databases databases, String run) {
        SharedEngine.run(statements(databases).createMasked().render(run));
        QueryResult result =
                SharedEngine.run(
                        "SELECT email FROM %s.\"people__%s\" ORDER BY n".formatted(NAME, run));
        return result.rows().stream().map(row -> String.valueOf(row.get("email"))).toList();
    }

    private static TableStatements statements(Databases databases) {
        return new TableStatements(
                TestSource.sourceTable("people"),
                new MaskingPolicy(
                        NAME,
                        3,
                        Map.of(
                                "people",
                                TestPolicy.numbered().pseudonym("email", "email").table())),
                databases);
    }

    private static List<String> digits(List<String> pseudonyms) {
        return pseudonyms.stream().map(pseudonym -> pseudonym.substring(3)).toList();
    }

    private static byte[] key(Databases databases) {
        return (byte[])
                SharedEngine.run(
                                "SELECT \"key\" FROM %s.%s"
                                        .formatted(NAME, databases.pseudonymKeyTable()))
                        .value();
    }

    private static Databases databases(int version) {
        return new Databases(
                NAME,
                NAME,
                NAME,
                NAME,
                version,
                PLACE + "/masked/" + NAME,
                PLACE + "/pseudonym-key/v" + version + "/");
    }
}
