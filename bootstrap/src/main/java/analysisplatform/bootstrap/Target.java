package analysisplatform.bootstrap;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The bucket as it must be.
 *
 * @param account that owns it, twelve digits
 * @param tags that it must carry, beside any others
 */
record Target(String bucket, String account, String region, Map<String, String> tags) {

    static final String ANALYSIS = "analysis";

    /**
     * @param who {@link #ANALYSIS} or the name of a source
     */
    static Target of(Environment environment, String who) {
        Names names = Names.of(environment);
        String account = who.equals(ANALYSIS) ? names.account() : sourceAccount(environment, who);
        Map<String, String> tags = new TreeMap<>(environment.platform().tags());
        tags.put("Project", environment.platform().project());
        tags.put("Environment", environment.name());
        tags.put("ManagedBy", "bootstrap");
        return new Target(
                names.stateBucket(account, names.region()), account, names.region(), tags);
    }

    private static String sourceAccount(Environment environment, String who) {
        return environment.sources().stream()
                .filter(source -> source.name().equals(who))
                .map(Source::account)
                .findFirst()
                .orElseThrow(() -> new UnknownAccount(unknown(environment, who)));
    }

    private static String unknown(Environment environment, String who) {
        return "Environment %s has no source %s. Allowed for --account: %s, %s."
                .formatted(
                        environment.name(),
                        who,
                        ANALYSIS,
                        environment.sources().stream()
                                .map(Source::name)
                                .collect(Collectors.joining(", ")));
    }
}
