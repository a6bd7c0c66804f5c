package analysisplatform.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The environment {@code local} with QuickSight and GitHub switched on; it has every kind of chart.
 */
final class QuickSightEnvironment {

    private static final YAMLMapper YAML = new YAMLMapper();

    private QuickSightEnvironment() {}

    /**
     * @return the folder of environments
     */
    static Path write(Path environments, Path target) {
        Path to = target.resolve("local");
        try {
            Folders.copy(environments.resolve("local"), to);
            Path file = to.resolve("platform.yaml");
            Map<String, Object> platform =
                    YAML.readValue(file.toFile(), new TypeReference<Map<String, Object>>() {});
            platform.put(
                    "quickSight",
                    Map.of(
                            "enabled",
                            true,
                            "viewers",
                            List.of("login/taro@example.com", "login/hanako@example.com"),
                            "authors",
                            List.of("login/jiro@example.com"),
                            "admins",
                            List.of("login/admin@example.com"),
                            "userManagers",
                            List.of("arn:aws:iam::111111111111:role/office"),
                            "views",
                            List.of("learning.courses", "learning.payments")));
            platform.put("github", Map.of("repository", "acme/analysis"));
            platform.put("budget", Map.of("exceedBecause", "QuickSight has a price per head."));
            YAML.writeValue(file.toFile(), platform);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + to, e);
        }
    }
}
