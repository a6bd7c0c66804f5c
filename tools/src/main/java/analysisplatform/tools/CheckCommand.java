package analysisplatform.tools;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tools/run check}. */
@Command(
        name = "check",
        sortOptions = false,
        description = {
            "Checks an environment's files and, when a schema is given, whether the masking policy"
                    + " still fits it.",
            "Run it in the pull requests of the product whose database is analysed:"
                    + " docs/schema-check.md."
        })
final class CheckCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ENVIRONMENT", description = "A folder of environments.")
    private String environment;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "The source whose schema is given; may be left out if there is one only.")
    private String source;

    @ArgGroup private Origin origin;

    @Option(
            names = "--all-tables",
            description =
                    "Exit with 3 also for tables that the policy does not name; they are never"
                            + " exported.")
    private boolean allTables;

    @Spec private CommandSpec spec;

    private final Supplier<Path> environments;
    private final Map<String, String> variables;

    CheckCommand(Supplier<Path> environments, Map<String, String> variables) {
        this.environments = environments;
        this.variables = variables;
    }

    private static final class Origin {

        @Option(
                names = "--schema",
                paramLabel = "FILE",
                required = true,
                description =
                        "What tools/run schema wrote, or SELECT table_schema, table_name,"
                                + " column_name, data_type FROM information_schema.columns ORDER BY"
                                + " table_schema, table_name, ordinal_position as CSV.")
        private Path file;

        @ArgGroup(exclusive = false)
        private DatabaseAccess database;

        DatabaseSchema read(Source source, Map<String, String> variables) {
            return file == null
                    ? database.read(variables)
                    : SchemaFile.read(source.engine(), source.database(), file);
        }
    }

    @Override
    public Integer call() {
        Environment loaded = EnvironmentLoader.load(environments.get().resolve(environment));
        PrintWriter out = spec.commandLine().getOut();
        if (origin == null) {
            out.printf(
                    "Environment %s is valid: sources %s.%n",
                    loaded.name(),
                    String.join(", ", loaded.sources().stream().map(Source::name).toList()));
            return Exit.OK;
        }
        Source checked = Sources.choose(loaded, source);
        DatabaseSchema schema = origin.read(checked, variables);
        requireSame(checked, schema);
        SchemaCheck check = SchemaCheck.of(loaded.policyOf(checked), schema);
        out.print(new CheckReport(loaded, checked, schema, check).text(allTables));
        out.flush();
        boolean strangers = allTables && !check.tables().isEmpty();
        return check.exit() == Exit.OK && strangers ? Exit.UNCLASSIFIED : check.exit();
    }

    private static void requireSame(Source source, DatabaseSchema schema) {
        if (source.engine() != schema.engine() || !source.database().equals(schema.database())) {
            throw ToolFailed.usage(
                    "Source %s is the %s database %s, but the schema is that of the %s database %s."
                            .formatted(
                                    source.name(),
                                    source.engine(),
                                    source.database(),
                                    schema.engine(),
                                    schema.database()));
        }
    }
}
