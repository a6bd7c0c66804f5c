package analysisplatform.tools;

import analysisplatform.config.EnvironmentsFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** One call of the command line and what came of it. */
record CommandLineRun(int exit, String out, String err) {

    static Caller with(Map<String, String> variables) {
        return new Caller(EnvironmentsFolder.locate(), variables);
    }

    static Caller in(Path environments) {
        return new Caller(environments, Map.of());
    }

    /**
     * @param variables of the environment
     */
    record Caller(Path environments, Map<String, String> variables) {

        CommandLineRun call(String... arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            CommandLine line = Tools.commandLine(() -> environments, variables);
            line.setOut(new PrintWriter(out));
            line.setErr(new PrintWriter(err));
            int exit = line.execute(arguments);
            return new CommandLineRun(exit, out.toString(), err.toString());
        }
    }
}
