package analysisplatform.local;

import java.util.List;
import java.util.Map;

/** Worlds that lead an execution through different states; the plainest first. */
enum Way {
    NEW_SNAPSHOT("") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            platform.twoRunsPublished();
            platform.takeSnapshot();
            return List.of();
        }
    },
    DETOURS("after a failure, with a new column and an old view") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            platform.twoRunsPublished();
            DetourWorld.prepare(platform);
            return List.of();
        }
    },
    SAME_SNAPSHOT("for the same snapshot") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            return List.of();
        }
    },
    CRAWL_FAILS("when the crawl fails") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            platform.takeSnapshot();
            platform.standIn.control().breakWith(Map.of("crawler", "FAILED: no access"));
            return List.of();
        }
    },
    VIEW_FAILS("when a view is not switched") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            platform.standIn
                    .control()
                    .breakWith(
                            Faults.query(
                                    Faults.switchOf(
                                            "subscriptions", platform, platform.takeSnapshot())));
            return List.of();
        }
    },
    VIEW_GOES_NEITHER_WAY("when a view goes neither on nor back") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            platform.takeSnapshot();
            platform.standIn
                    .control()
                    .breakWith(
                            Faults.query(
                                    "CREATE OR REPLACE VIEW \"%s\".\"subscriptions\""
                                            .formatted(
                                                    platform.names.publishedDatabase(
                                                            platform.source))));
            return List.of();
        }
    },
    FIRST_RUN_FAILS("when a first run is not published") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            platform.outsider().forgetsWhatIsPublished();
            return VIEW_FAILS.prepare(platform);
        }
    },
    ROLL_BACK("in a roll-back") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            platform.twoRunsPublished();
            return List.of();
        }

        @Override
        String input(DeployedPlatform platform) {
            return "{\"runId\": \"%s\"}".formatted(platform.record("previous").orElseThrow());
        }
    },
    ROLL_BACK_TO_FEWER_TABLES("in a roll-back to fewer tables") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            platform.twoRunsPublished();
            platform.outsider().keptRunHasOnly("posts", "users", "subscriptions");
            return List.of();
        }

        @Override
        String input(DeployedPlatform platform) {
            return ROLL_BACK.input(platform);
        }
    },
    NO_PSEUDONYM_KEY("without a pseudonym key") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            platform.takeSnapshot();
            platform.outsider().losesThePseudonymKey();
            return List.of();
        }

        @Override
        boolean keepsPseudonyms() {
            return false;
        }
    },
    KPIS_FAIL("when the KPIs are not stored") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            return List.of(Faults.before("Store the KPIs", "States.TaskFailed"));
        }
    },
    METRICS_FAIL("when the metrics are not put") {
        @Override
        List<Map<String, ?>> prepare(DeployedPlatform platform) {
            return List.of(Faults.before("Put the metrics", "States.TaskFailed"));
        }
    };

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** Makes the world, on a platform that has published something, and says what else breaks. */
    abstract List<Map<String, ?>> prepare(DeployedPlatform platform);

    String input(DeployedPlatform platform) {
        return "{}";
    }

    /** Whether a run of this night shows what the run before it does. */
    boolean keepsPseudonyms() {
        return true;
    }

    /** A fault on this way, for readers. */
    String tell(String fault) {
        return words.isEmpty() ? fault : fault + ", " + words;
    }
}
