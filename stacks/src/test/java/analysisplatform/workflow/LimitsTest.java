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

    @TempDir private Path root;

    /** A third of the columns is pseudonymised; each of those is a long expression. */
    @Test
    void aHundredTablesOfTwentyFiveColumnsFitIntoOneStateMachine() {
        NightlyWorkflow few = workflow(environment(50, 25));
        NightlyWorkflow many = workflow(environment(100, 25));
        analysisplatform.masking.Proofs.of(
                        environment(100, 25).sources().get(0).sourceTables(),
                        environment(100, 25).policyOf(environment(100, 25).sources().get(0)),
                        new analysisplatform.masking.Databases(
                                "r", "m", "p", "k", 1, "s3://x/y", "s3://z"))
                .stream()
                .skip(99)
                .limit(4)
                .forEach(
                        p ->
                                System.err.println(
                                        p.name()
                                                + " "
                                                + p.render("r1", t -> false).length()
                                                + " "
                                                + p.rawParts().size()));
        System.err.println(bytes(Json.text(few.json())) + " " + bytes(Json.text(many.json())));
        many.statements().stream()
                .sorted(java.util.Comparator.comparing(f -> -f.bytes()))
                .limit(12)
                .forEach(f -> System.err.println(f.bytes() + " " + f.name()));
        many.statements().stream()
                .skip(98)
                .limit(4)
                .forEach(f -> System.err.println(f.bytes() + " " + f.name()));

        assertThat(bytes(Json.text(many.json()))).isLessThan(Limits.DEFINITION_BYTES / 2);
    }

    @Test
    void everyLimitThatIsPassedIsNamed() {
        InvalidConfiguration refused = refused(101, 60);

        assertThat(refused.problems()).hasSize(3);
        assertThat(refused.problems().get(0))
                .isEqualTo(
                        "environments/large/platform.yaml: source learning has 101 tables, but one source can have at most 100; divide them between two sources.");
        assertThat(refused.problems().get(1)).contains("Step Functions allows 1,000,000");
        assertThat(refused.problems().get(2)).contains("Athena allows 262,144");
    }

    private InvalidConfiguration refused(int tables, int columns) {
        Environment environment = environment(tables, columns);
        return catchThrowableOfType(InvalidConfiguration.class, () -> definition(environment));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String definition(Environment environment) {
        return workflow(environment).json();
    }

    private static NightlyWorkflow workflow(Environment environment) {
        return new NightlyWorkflow(environment, environment.sources().get(0), ARNS);
    }

    private Environment environment(int tables, int columns) {
        String names =
                IntStream.range(0, tables)
                        .mapToObj(table -> "customer_table_" + table)
                        .collect(Collectors.joining(", "));
        StringBuilder policy = new StringBuilder("source: learning\ntables:\n");
        for (int table = 0; table < tables; table++) {
            policy.append("  customer_table_").append(table).append(":\n    columns:\n");
            for (int column = 0; column < columns; column++) {
                policy.append("      some_column_")
                        .append(column)
                        .append(
                                column % 3 == 0
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
