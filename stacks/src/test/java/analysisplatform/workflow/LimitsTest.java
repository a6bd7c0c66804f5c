package analysisplatform.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.InvalidConfiguration;
import analysisplatform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

    private static final PipelineArns ARNS =
            new PipelineArns(
                    "arn:aws:lambda:ap-northeast-1:555555555555:function:analysis-prod-export",
                    "arn:aws:kms:ap-northeast-1:555555555555:key/00000000-0000-0000-0000-000000000000",
                    "arn:aws:kms:ap-northeast-1:555555555555:key/00000000-0000-0000-0000-000000000000");

    /** Of the 64 characters that MySQL allows. */
    private static final String LONG_NAME =
            "a_column_with_a_name_as_long_as_its_database_allows_it_to_be_";

    @TempDir private Path root;

    /** A third of the columns is pseudonymised; each of those is a long expression. */
    @Test
    void aHundredTablesOfTwentyFiveColumnsFitIntoOneStateMachine() {
        NightlyWorkflow few = workflow(environment(50, 25));
        NightlyWorkflow many = workflow(environment(100, 25));

        int size = size(many);
        assertThat(size).isLessThan(Limits.DEFINITION_BYTES / 2);
        assertThat((size - size(few)) / 50).isLessThan(2_500);
        assertThat(statements(environment(100, 25)).files())
                .hasSizeGreaterThan(200)
                .allSatisfy(file -> assertThat(file.bytes()).isLessThan(Limits.FILE_BYTES));
    }

    @Test
    void aStateMachineThatAwsWouldRefuseIsRefusedAtSynthesis() {
        InvalidConfiguration refused = refused(environment(700, 1));

        assertThat(refused.problems()).hasSize(2);
        assertThat(refused.problems().get(0))
                .isEqualTo(
                        "environments/large/platform.yaml: source learning has 700 tables, but one source can have at most 100; divide them between two sources.");
        assertThat(refused.problems().get(1))
                .matches(
                        "environments/large/platform\\.yaml: source learning has 700 tables, which need a state machine of [0-9],[0-9]{3},[0-9]{3} bytes, but Step Functions allows 1,000,000; divide them between two sources\\.");
    }

    @Test
    void statementsThatAreTooLongForAthenaOrForTheStateMachineAreRefusedAtSynthesis() {
        InvalidConfiguration refused = refused(environment(1, 3_500, LONG_NAME));

        assertThat(refused.problems().get(0)).contains("Athena allows 262,144");
        assertThat(refused.problems().subList(1, refused.problems().size()))
                .allSatisfy(
                        problem ->
                                assertThat(problem)
                                        .matches(
                                                "environments/large/masking/learning\\.yaml: the statements of [a-z_0-9/-]+ need [0-9,]+ bytes, but Step Functions reads at most 250,000; publish fewer columns or mask them more simply\\."))
                .extracting(problem -> problem.replaceAll(".*statements of | need .*", ""))
                .containsExactly(
                        "masks/customer_table_0",
                        "proofs/columns-of-customer_table_0",
                        "proofs/values",
                        "proofs/source",
                        "views/customer_table_0");
    }

    private static InvalidConfiguration refused(Environment environment) {
        return catchThrowableOfType(InvalidConfiguration.class, () -> definition(environment));
    }

    private static int size(NightlyWorkflow workflow) {
        return Json.text(workflow.json()).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String definition(Environment environment) {
        return workflow(environment).json();
    }

    private static NightlyWorkflow workflow(Environment environment) {
        return new NightlyWorkflow(statements(environment), ARNS);
    }

    private static NightlyStatements statements(Environment environment) {
        return new NightlyStatements(environment, environment.sources().get(0));
    }

    private Environment environment(int tables, int columns) {
        return environment(tables, columns, "some_column_");
    }

    private Environment environment(int tables, int columns, String column) {
        String names =
                IntStream.range(0, tables)
                        .mapToObj(table -> "customer_table_" + table)
                        .collect(Collectors.joining(", "));
        StringBuilder policy = new StringBuilder("source: learning\ntables:\n");
        for (int table = 0; table < tables; table++) {
            policy.append("  customer_table_").append(table).append(":\n    columns:\n");
            for (int number = 0; number < columns; number++) {
                policy.append("      ")
                        .append(column)
                        .append(number)
                        .append(
                                number % 3 == 0
                                        ? ": {class: identifier, action: pseudonym, namespace: user}\n"
                                        : ": {class: attribute, action: keep, type: varchar, reason: a test}\n");
            }
        }
        try {
            Path folder = Files.createDirectories(root.resolve("large/masking")).getParent();
            Files.writeString(
                    folder.resolve("platform.yaml"),
                    """
                    project: analysis
                    account: "555555555555"
                    region: ap-northeast-1
                    notifications: {emails: [a@example.com]}
                    sources:
                      - {name: learning, account: "666666666666", engine: mysql, kind: cluster, identifier: learning-prod, database: learning, tables: [%s]}
                    """
                            .formatted(names));
            Files.writeString(folder.resolve("masking/learning.yaml"), policy);
            return EnvironmentLoader.load(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
