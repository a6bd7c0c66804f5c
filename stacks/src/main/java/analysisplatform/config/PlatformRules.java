package analysisplatform.config;

import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;

/** What the schema cannot say about the settings of {@code platform.yaml}. */
final class PlatformRules {

    private static final String RESERVED_TAGS = "aws:";
    private static final int SECONDS_PER_MINUTE = 60;

    private PlatformRules() {}

    static void check(Document platform) {
        TimeZones.check(platform);
        waiting(platform, KeyPath.of("exports"));
        waiting(platform, KeyPath.of("crawls"));
        tags(platform);
    }

    private static void waiting(Document platform, KeyPath path) {
        platform.sound(path)
                .ifPresent(
                        node -> {
                            int poll = node.get("pollSeconds").asInt();
                            int timeout = node.get("timeoutMinutes").asInt();
                            if (poll > timeout * SECONDS_PER_MINUTE) {
                                platform.problem(
                                        path.then("pollSeconds"),
                                        "is %d, but must not be longer than timeoutMinutes, which is %d."
                                                .formatted(poll, timeout));
                            }
                        });
    }

    private static void tags(Document platform) {
        KeyPath path = KeyPath.of("tags");
        for (String tag : platform.keys(path)) {
            if (tag.isBlank() || tag.length() > 128 || tag.startsWith(RESERVED_TAGS)) {
                platform.problem(
                        path.then(tag),
                        "is not allowed; a tag's name has 1 to 128 characters and does not begin with aws:.");
            }
        }
    }
}
