package analysisplatform.cost;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.InvalidConfiguration;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints what an environment will cost: {@code <environment> [--snapshot-gb N]}, from the root of
 * the repository. Needs no AWS account.
 */
public final class CostMain {

    private static final String USAGE =
            "Usage: <environment> [--snapshot-gb N], where N is the whole GB of each source's snapshot.";

    private CostMain() {}

    public static void main(String[] arguments) {
        try {
            System.out.print(report(Path.of("environments"), List.of(arguments)));
        } catch (InvalidConfiguration | IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    static String report(Path environments, List<String> arguments) {
        SnapshotSize snapshots = snapshots(arguments);
        Environment environment = EnvironmentLoader.load(environments.resolve(arguments.get(0)));
        return new CostReport(Estimates.of(environment, snapshots), Budget.OF_A_MONTH).text();
    }

    private static SnapshotSize snapshots(List<String> arguments) {
        if (arguments.size() == 1) {
            return SnapshotSize.USUAL;
        }
        if (arguments.size() == 3
                && arguments.get(1).equals("--snapshot-gb")
                && arguments.get(2).matches("\\d{1,6}")) {
            return SnapshotSize.ofEachSource(Long.parseLong(arguments.get(2)));
        }
        throw new IllegalArgumentException(USAGE);
    }
}
