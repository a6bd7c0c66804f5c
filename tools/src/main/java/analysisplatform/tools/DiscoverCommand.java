package analysisplatform.tools;

import analysisplatform.config.Source.Engine;
import analysisplatform.engine.ExportFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tools/run discover}. */
@Command(
        name = "discover",
        sortOptions = false,
        description = {
            "Drafts a masking policy that withholds everything, with the class that each column"
                    + " seems to have and the action that may fit as a comment.",
            "The draft goes to the standard output, and the tables for platform.yaml to the error"
                    + " output; with --out the draft goes to a file and the tables to the standard"
                    + " output."
        })
final class DiscoverCommand implements Callable<Integer> {

    private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @ArgGroup(multiplicity = "1")
    private Origin origin;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Name of the source. Default: that of the database.")
    private String source;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the draft is written; nothing is ever overwritten.")
    private Path out;

    @Spec private CommandSpec spec;

    private final Map<String, String> variables;

    DiscoverCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Where a schema comes from. */
    static final class Origin {

        @Option(
                names = "--data",
                paramLabel = "DIR",
                required = true,
                description = "Folder in the layout of an RDS export.")
        private Path data;

        @ArgGroup(exclusive = false)
        private DatabaseAccess database;

        DatabaseSchema read(Map<String, String> variables) {
            return data == null
                    ? database.read(variables)
                    : FolderSchema.read(ExportFolder.at(data));
        }
    }

    @Override
    public Integer call() {
        OutFile.requireFree(out);
        DatabaseSchema schema = origin.read(variables);
        if (Exportable.of(schema).tables().isEmpty()) {
            throw ToolFailed.usage(
                    "%s has no table that can be analysed%s."
                            .formatted(schema.origin(), reasons(schema)));
        }
        PrintWriter standard = spec.commandLine().getOut();
        String draft = PolicyDraft.file(sourceName(schema), schema);
        if (out == null) {
            standard.print(draft);
            standard.flush();
            tell(spec.commandLine().getErr(), schema);
        } else {
            OutFile.write(out, draft);
            standard.println("Wrote " + out + ".");
            tell(standard, schema);
        }
        return Exit.OK;
    }

    private static String reasons(DatabaseSchema schema) {
        StringBuilder reasons = new StringBuilder();
        Exportable.of(schema)
                .others()
                .forEach(
                        (table, why) ->
                                reasons.append("; ").append(table).append(": ").append(why));
        return reasons.toString();
    }

    private static void tell(PrintWriter writer, DatabaseSchema schema) {
        writer.println("The source's tables for platform.yaml:");
        writer.println();
        writer.print(PolicyDraft.tableList(schema));
        Map<String, String> others = Exportable.of(schema).others();
        if (!others.isEmpty()) {
            writer.println();
            writer.println("Left out, because they cannot be analysed:");
            others.forEach((table, why) -> writer.printf("  %s: %s.%n", table, why));
        }
        if (schema.engine() == Engine.MYSQL && hasChar(schema)) {
            writer.println();
            writer.println(
                    "RDS exports CHAR as bytes: such columns are marked \"stored: bytes\", which must stay.");
        }
        writer.flush();
    }

    private static boolean hasChar(DatabaseSchema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> ExportedType.isTextAsBytes(schema.engine(), column.type()));
    }

    private String sourceName(DatabaseSchema schema) {
        String name =
                source == null
                        ? schema.database()
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-")
                                .replaceAll("^[-0-9]+|-+$", "")
                        : source;
        if (!SOURCE.matcher(name).matches()) {
            throw ToolFailed.usage(
                    "\"%s\" is no name for a source: give --source one of lower-case letters and digits, beginning with a letter, with single hyphens between them."
                            .formatted(name));
        }
        return name;
    }
}
