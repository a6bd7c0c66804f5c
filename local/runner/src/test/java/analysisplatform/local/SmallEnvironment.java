package analysisplatform.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The environment {@code local} with few tables and few KPIs: nights are short, and no state of the
 * machine is left out. All tables are masked on the engine by other tests.
 */
final class SmallEnvironment {

    /** One with e-mails, one with free text, one that refers to people, one without rows. */
    private static final List<String> TABLES =
            List.of("users", "posts", "subscriptions", "audit_logs");

    /** One number, one of many days, one of money; none reads another table. */
    private static final List<String> KPIS =
            List.of("active_learners", "sign_ups", "monthly_revenue");

    /** So that there is an analyst role, and an action of the budget that stops it. */
    private static final String ANALYST = "arn:aws:iam::111111111111:role/analyst-login";

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private SmallEnvironment() {}

    /**
     * @return the folder of environments
     */
    static Path write(Path environments, Path target) {
        Path from = environments.resolve("local");
        Path to = target.resolve("local");
        try {
            Files.createDirectories(to.resolve("masking"));
            Map<String, Object> platform = read(from.resolve("platform.yaml"));
            for (Object source : (List<?>) platform.get("sources")) {
                map(source).put("tables", TABLES);
            }
            // Gives up after seven looks; the stand-in keeps no pause as long as this.
            platform.put("exports", Map.of("pollSeconds", 10, "timeoutMinutes", 1));
            platform.put("crawls", Map.of("pollSeconds", 10, "timeoutMinutes", 1));
            platform.put("analysts", Map.of("principals", List.of(ANALYST)));
            YAML.writeValue(to.resolve("platform.yaml").toFile(), platform);
            Map<String, Object> policy = read(from.resolve("masking/learning.yaml"));
            map(policy.get("tables")).keySet().retainAll(TABLES);
            keepKnown(policy, "relations", "table", "toTable");
            keepKnown(policy, "quasiIdentifiers", "table");
            YAML.writeValue(to.resolve("masking/learning.yaml").toFile(), policy);
            Map<String, Object> kpis = read(from.resolve("kpis.yaml"));
            ((List<?>) kpis.get("kpis")).removeIf(kpi -> !KPIS.contains(map(kpi).get("id")));
            YAML.writeValue(to.resolve("kpis.yaml").toFile(), kpis);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + to, e);
        }
    }

    /** Entries that name other tables would be refused. */
    private static void keepKnown(Map<String, Object> policy, String list, String... keys) {
        if (policy.get(list) instanceof List<?> entries) {
            entries.removeIf(
                    entry ->
                            !Stream.of(keys).allMatch(key -> TABLES.contains(map(entry).get(key))));
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return YAML.readValue(file.toFile(), MAP);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
