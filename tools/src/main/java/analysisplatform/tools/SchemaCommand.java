package analysisplatform.tools;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tools/run schema}. */
@Command(
        name = "schema",
        sortOptions = false,
        description =
                "Writes a schema as CSV (table_schema, table_name, column_name, data_type), for check"
                        + " --schema where no database can be reached.")
final class SchemaCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private DiscoverCommand.Origin origin;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Default: the standard output. Nothing is ever overwritten.")
    private Path out;

    @Spec private CommandSpec spec;

    private final Map<String, String> variables;

    SchemaCommand(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public Integer call() {
        OutFile.requireFree(out);
        String csv = SchemaFile.write(origin.read(variables));
        PrintWriter standard = spec.commandLine().getOut();
        if (out == null) {
            standard.print(csv);
        } else {
            OutFile.write(out, csv);
            standard.println("Wrote " + out + ".");
        }
        standard.flush();
        return Exit.OK;
    }
}
