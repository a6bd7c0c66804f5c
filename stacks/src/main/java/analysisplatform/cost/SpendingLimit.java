package analysisplatform.cost;

import analysisplatform.config.Environment;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Refuses an environment whose estimate is above the limit of its {@code budget}, unless that says
 * why it is accepted. A region without prices is not refused: only AWS Budgets guards it.
 */
public final class SpendingLimit {

    private SpendingLimit() {}

    /**
     * @param environments folder in which the environment's own lies
     * @return one sentence that names file and keys; empty when nothing is wrong
     */
    public static Optional<String> problem(Path environments, Environment environment) {
        if (isAccepted(environment)
                || !PriceTable.bundled().knows(environment.platform().region())) {
            return Optional.empty();
        }
        Bill month = Estimates.of(environment).month();
        Budget budget = Budget.of(environment);
        return budget.allows(month)
                ? Optional.empty()
                : Optional.of(sentence(environments, environment, month));
    }

    /** Whether the configuration says why more may be spent. */
    public static boolean isAccepted(Environment environment) {
        return !environment.platform().spending().exceedBecause().isEmpty();
    }

    private static String sentence(Path environments, Environment environment, Bill month) {
        Line biggest = month.biggest().orElseThrow();
        return ("%s: budget.monthlyYen is %d, but a month is estimated at %s JPY, most of it %s (%s JPY);"
                        + " lower what it costs, raise the limit, or say in budget.exceedBecause why it"
                        + " is accepted. tools/run cost %s shows every line.")
                .formatted(
                        environments.resolve(environment.name()).resolve("platform.yaml"),
                        environment.platform().spending().monthlyYen(),
                        Numbers.yen(month.yen()),
                        biggest.what(),
                        Numbers.yen(biggest.yen()),
                        environment.name());
    }
}
