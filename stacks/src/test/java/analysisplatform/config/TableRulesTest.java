package analysisplatform.config;

import static analysisplatform.config.ExampleEnvironment.PLATFORM_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableRulesTest {

    private static final String MYSQL_FORM =
            ", but must be a MySQL table's name of letters, digits, $ and _, which is all that RDS can name in an export.";
    private static final String POSTGRESQL_FORM =
            ", but must be schema.table for PostgreSQL, each of letters, digits, $ and _, which is all that RDS can name in an export.";

    @TempDir private Path root;

    static Stream<Arguments> lists() {
        return Stream.of(
                arguments("mysql", "[a/b]", "tables[0] is \"a/b\"" + MYSQL_FORM),
                arguments("mysql", "[other.users]", "tables[0] is \"other.users\"" + MYSQL_FORM),
                arguments("mysql", "[ok, 'my users']", "tables[1] is \"my users\"" + MYSQL_FORM),
                arguments("mysql", "[利用者]", "tables[0] is \"利用者\"" + MYSQL_FORM),
                arguments("postgresql", "[users]", "tables[0] is \"users\"" + POSTGRESQL_FORM),
                arguments("postgresql", "[a.b.c]", "tables[0] is \"a.b.c\"" + POSTGRESQL_FORM),
                arguments("postgresql", "[.users]", "tables[0] is \".users\"" + POSTGRESQL_FORM),
                arguments(
                        "mysql",
                        "[users, users]",
                        "tables[1] is \"users\", which is listed twice."),
                arguments(
                        "mysql",
                        "[users, Users]",
                        "tables[1] is \"Users\", but \"users\" is listed too and both become \"learning_users\" in the data catalog."),
                arguments(
                        "mysql",
                        "[a$b, a_b]",
                        "tables[1] is \"a_b\", but \"a$b\" is listed too and both become \"learning_a_b\" in the data catalog."),
                arguments(
                        "postgresql",
                        "[public.sales_users, sales.users]",
                        "tables[1] is \"sales.users\", but \"public.sales_users\" is listed too and both become \"sales_users\" in the data catalog."),
                arguments(
                        "mysql",
                        "[" + "t".repeat(103) + "]",
                        "tables[0] is \""
                                + "t".repeat(103)
                                + "\", but its name in the data catalog has 129 characters and at most 128 are allowed."),
                arguments(
                        "postgresql",
                        "[public." + "t".repeat(122) + "]",
                        "tables[0] is \"public."
                                + "t".repeat(122)
                                + "\", but its name in the data catalog has 148 characters and at most 128 are allowed."));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aTableThatCannotBeExportedOrToldApartIsRefused(
            String engine, String tables, String sentence) {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platform("engine: mysql", "engine: " + engine)
                        .platform("[users, courses]", tables);

        List<String> problems = folder.problems();

        assertThat(problems.stream().filter(problem -> problem.startsWith(PLATFORM_FILE)))
                .containsExactly(PLATFORM_FILE + "sources[0]." + sentence);
    }

    @Test
    void theLongestTableThatGlueTakesIsAccepted() {
        String table = "t".repeat(102);

        Environment environment =
                ExampleEnvironment.in(root)
                        .platform("[users, courses]", "[users, " + table + "]")
                        .masking("  courses:", "  " + table + ":")
                        .load();

        assertThat(environment.sources().get(0).tables()).containsExactly("users", table);
    }
}
