package analysisplatform.tools;

import analysisplatform.config.EnvironmentsFolder;
import analysisplatform.config.InvalidConfiguration;
import analysisplatform.engine.NoExport;
import analysisplatform.engine.NotParquet;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command line of {@code tools/run}. */
@Command(
        name = "tools/run",
        description = {
            "Drafts, checks, tries and compares masking policies, shows plans and tells what an"
                    + " environment costs. Nothing of it needs AWS, and nothing is written but the"
                    + " file that --out names."
        },
        synopsisSubcommandLabel =
                "(discover | check | preview | schema | compare | comment | cost)")
public final class Tools implements Runnable {

    private static final Map<String, String> EXIT_CODES = exitCodes();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this text.")
    private boolean help;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    private Tools() {}

    public static void main(String[] arguments) {
        CommandLine line = commandLine(EnvironmentsFolder::locate, System.getenv());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(line.execute(arguments));
    }

    /**
     * @param environments finds the folder of environments
     * @param variables the environment variables, of which one may hold a password
     */
    static CommandLine commandLine(Supplier<Path> environments, Map<String, String> variables) {
        CommandLine line = new CommandLine(new Tools());
        line.addSubcommand(new DiscoverCommand(variables));
        line.addSubcommand(new CheckCommand(environments, variables));
        line.addSubcommand(new PreviewCommand(environments));
        line.addSubcommand(new SchemaCommand(variables));
        line.addSubcommand(new CompareCommand());
        line.addSubcommand(new CommentCommand());
        line.addSubcommand(new CostCommand(environments));
        line.setExecutionExceptionHandler((failure, called, parsed) -> tell(failure, called));
        all(line);
        return line;
    }

    private static void all(CommandLine line) {
        line.getCommandSpec().exitCodeOnInvalidInput(Exit.USAGE);
        line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
        line.getCommandSpec().usageMessage().exitCodeList(EXIT_CODES);
        line.getSubcommands().values().forEach(Tools::all);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        BiConsumer<Integer, String> code =
                (exit, meaning) -> codes.put(String.valueOf(exit), meaning);
        code.accept(Exit.OK, "all is well");
        code.accept(Exit.INVALID_CONFIGURATION, "the configuration is invalid");
        code.accept(
                Exit.HALTING_DRIFT,
                "the schema has drifted from the policy so that the night would halt");
        code.accept(Exit.UNCLASSIFIED, "the schema has columns that nobody classified");
        code.accept(Exit.PROOF_VIOLATED, "a proof is violated");
        code.accept(Exit.WEAKER_MASKS, "masks got weaker, and nobody accepted it");
        code.accept(Exit.TOO_DEAR, "a month costs more than the configuration allows");
        code.accept(Exit.USAGE, "the call is wrong, or a file that it names");
        code.accept(Exit.UNREACHABLE, "the database cannot be reached or read");
        code.accept(Exit.DEFECT, "a defect of this program");
        return codes;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Name a command: discover, check, preview, schema, compare, comment or cost.");
    }

    private static int tell(Exception failure, CommandLine called) {
        PrintWriter errors = called.getErr();
        if (failure instanceof InvalidConfiguration invalid) {
            invalid.problems().forEach(errors::println);
            return Exit.INVALID_CONFIGURATION;
        }
        if (failure instanceof ToolFailed failed) {
            errors.println(failed.getMessage());
            return failed.exit();
        }
        if (failure instanceof NoExport || failure instanceof NotParquet) {
            errors.println(failure.getMessage());
            return Exit.USAGE;
        }
        errors.println(
                "This should not happen, please report it: "
                        + failure.getClass().getSimpleName()
                        + ": "
                        + failure.getMessage());
        return Exit.DEFECT;
    }
}
