package analysisplatform.config;

import static analysisplatform.config.ExampleEnvironment.MASKING_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import analysisplatform.config.MaskingPolicy.OnViolation;
import analysisplatform.config.MaskingPolicy.QuasiIdentifier;
import analysisplatform.config.MaskingPolicy.Relation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Relations and quasi-identifiers, which name columns that stand elsewhere in the file. */
class RelatedColumnsTest {

    private static final String COURSES =
            "      id: {class: none, action: keep, type: bigint, reason: numbers the rows}\n";

    /** Columns of courses that can or cannot be compared with others. */
    private static final String MORE =
            """
                  teacher_id: {class: identifier, action: pseudonym, namespace: user}
                  shop_id: {class: identifier, action: pseudonym, namespace: shop}
                  code: {class: none, action: keep, type: varchar, reason: a test}
                  price: {class: none, action: keep, type: "decimal(10,2)", reason: a test}
                  hidden: {class: none, action: drop}
            """;

    private static final String KEEP_OR_PSEUDONYM =
            "; both must be pseudonyms of one namespace, or both kept with types that compare.";

    @TempDir private Path root;

    static Stream<Arguments> relations() {
        return Stream.of(
                arguments(
                        "{table: course, column: id, toTable: users, toColumn: id}",
                        ".table is \"course\", which tables does not have; did you mean courses?"),
                arguments(
                        "{table: courses, column: lecturer, toTable: users, toColumn: id}",
                        ".column is \"lecturer\", which tables.courses.columns does not have; it has id, teacher_id, shop_id, code, price, hidden."),
                arguments(
                        "{table: courses, column: teacher_id, toTable: users, toColumn: Id}",
                        ".toColumn is \"Id\", which tables.users.columns does not have; did you mean id?"),
                arguments(
                        "{table: courses, column: teacher_id, toTable: x, toColumn: id}",
                        ".toTable is \"x\", which tables does not have; it has users, courses."),
                arguments(
                        "{table: courses, column: hidden, toTable: users, toColumn: id}",
                        ".column is \"hidden\", but table \"courses\" does not publish that column; its action is drop."),
                arguments(
                        "{table: courses, column: shop_id, toTable: users, toColumn: id}",
                        " compares a column with action pseudonym of namespace shop with a column with action pseudonym of namespace user"
                                + KEEP_OR_PSEUDONYM),
                arguments(
                        "{table: courses, column: id, toTable: users, toColumn: id}",
                        " compares a column with action keep of type bigint with a column with action pseudonym of namespace user"
                                + KEEP_OR_PSEUDONYM),
                arguments(
                        "{table: courses, column: id, toTable: courses, toColumn: code}",
                        " compares a column with action keep of type bigint with a column with action keep of type varchar"
                                + KEEP_OR_PSEUDONYM),
                arguments(
                        "{table: users, column: memo, toTable: users, toColumn: email}",
                        " compares a column with action \"null\" with a column with action email"
                                + KEEP_OR_PSEUDONYM),
                arguments(
                        "{table: courses, column: id, toTable: courses}",
                        ".toColumn is missing; it must be the name of a column of the table."));
    }

    @ParameterizedTest
    @MethodSource("relations")
    void aRelationWhoseSidesCannotBeComparedIsRefused(String relation, String sentence) {
        ExampleEnvironment folder = with("relations: [" + relation + "]");

        assertThat(folder.problems()).containsExactly(MASKING_FILE + "relations[0]" + sentence);
    }

    @Test
    void aRelationOfEqualNamespacesOrOfNumbersIsRead() {
        MaskingPolicy policy =
                with("""
                        relations:
                          - {table: courses, column: teacher_id, toTable: users, toColumn: id}
                          - {table: courses, column: price, toTable: courses, toColumn: id}""")
                        .load()
                        .policies()
                        .get("learning");

        assertThat(policy.relations())
                .containsExactly(
                        new Relation("courses", "teacher_id", "users", "id"),
                        new Relation("courses", "price", "courses", "id"));
    }

    static Stream<Arguments> quasiIdentifiers() {
        return Stream.of(
                arguments(
                        "{table: courses, columns: []}",
                        ".columns is an empty list, but must be a list with at least one entry."),
                arguments(
                        "{table: course, columns: [id]}",
                        ".table is \"course\", which tables does not have; did you mean courses?"),
                arguments(
                        "{table: courses, columns: [id, cod]}",
                        ".columns[1] is \"cod\", which tables.courses.columns does not have; did you mean code?"),
                arguments(
                        "{table: courses, columns: [hidden]}",
                        ".columns[0] is \"hidden\", but table \"courses\" does not publish that column; its action is drop."),
                arguments(
                        "{table: courses, columns: [id, id]}",
                        ".columns[1] is \"id\", which is listed twice."),
                arguments(
                        "{table: courses, columns: [id], minimumPeople: 1}",
                        ".minimumPeople is 1, but must be a whole number from 2 to 1000000."),
                arguments(
                        "{table: courses, columns: [id], onViolation: warn}",
                        ".onViolation is \"warn\", but must be one of halt, report."));
    }

    @ParameterizedTest
    @MethodSource("quasiIdentifiers")
    void aQuasiIdentifierThatCannotBeCountedIsRefused(String quasiIdentifier, String sentence) {
        ExampleEnvironment folder = with("quasiIdentifiers: [" + quasiIdentifier + "]");

        assertThat(folder.problems())
                .containsExactly(MASKING_FILE + "quasiIdentifiers[0]" + sentence);
    }

    @Test
    void aQuasiIdentifierHaltsBelowFivePeopleUnlessTheFileSaysOtherwise() {
        MaskingPolicy policy =
                with("""
                        quasiIdentifiers:
                          - {table: courses, columns: [code, price]}
                          - {table: courses, columns: [code], minimumPeople: 2, onViolation: report}""")
                        .load()
                        .policies()
                        .get("learning");

        assertThat(policy.quasiIdentifiers())
                .containsExactly(
                        new QuasiIdentifier(
                                "courses", List.of("code", "price"), 5, OnViolation.HALT),
                        new QuasiIdentifier("courses", List.of("code"), 2, OnViolation.REPORT));
    }

    private ExampleEnvironment with(String key) {
        return ExampleEnvironment.in(root)
                .masking(COURSES, COURSES + MORE)
                .masking("tables:", key + "\ntables:");
    }
}
