package analysisplatform.bootstrap;

import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.EnvironmentsFolder;
import analysisplatform.config.InvalidConfiguration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Makes the bucket that holds the Terraform state of one account, before the first deployment.
 *
 * <p>Safe to run again: it looks at each setting, repairs what differs and touches nothing else.
 * Exits with 0 when the bucket is as it must be, 1 when AWS or the wrong account stands against it,
 * 2 when the call or the configuration is wrong.
 */
@Command(
        name = "bootstrap",
        description = "Makes the bucket for the Terraform state of one account of an environment.")
public final class Bootstrap implements Callable<Integer> {

    private static final int REFUSED = 1;
    private static final int WRONG_CALL = 2;

    @Parameters(index = "0", paramLabel = "<environment>", description = "A folder of environments")
    private String environment;

    @Option(
            names = "--account",
            paramLabel = "<account>",
            defaultValue = Target.ANALYSIS,
            description = "analysis (the default) or the name of a source")
    private String account;

    @Option(names = "--dry-run", description = "Only look and say what would change")
    private boolean dryRun;

    @Option(names = "--help", usageHelp = true, description = "Show this text")
    private boolean help;

    @Spec private CommandSpec spec;

    private final Supplier<Path> environments;
    private final Clients clients;

    Bootstrap(Supplier<Path> environments, Clients clients) {
        this.environments = environments;
        this.clients = clients;
    }

    public static void main(String[] arguments) {
        Bootstrap bootstrap = new Bootstrap(EnvironmentsFolder::locate, new AwsClients());
        System.exit(new CommandLine(bootstrap).execute(arguments));
    }

    @Override
    public Integer call() {
        PrintWriter errors = spec.commandLine().getErr();
        try {
            Target target =
                    Target.of(
                            EnvironmentLoader.load(environments.get().resolve(environment)),
                            account);
            prepare(target);
            return CommandLine.ExitCode.OK;
        } catch (InvalidConfiguration | UnknownAccount wrong) {
            errors.println(wrong.getMessage());
            return WRONG_CALL;
        } catch (BootstrapRefused refused) {
            errors.println(refused.getMessage());
            return REFUSED;
        }
    }

    private void prepare(Target target) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Bucket %s in account %s%n", target.bucket(), target.account());
        try (StsClient sts = clients.sts(target.region());
                S3Client s3 = clients.s3(target.region())) {
            Caller.requireAccount(sts, target);
            StateBucket bucket = new StateBucket(s3, target, dryRun);
            bucket.ensure(
                    (setting, outcome) ->
                            out.printf("  %-20s %s%n", setting, outcome.text(dryRun)));
        }
        if (dryRun) {
            out.println("Nothing was changed: this was a dry run.");
        }
    }
}
