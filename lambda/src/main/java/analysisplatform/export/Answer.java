package analysisplatform.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a step reports to the state machine. */
sealed interface Answer {

    /** The fields of the JSON answer, in order. */
    Map<String, Object> json();

    /** Ids, counts and statuses only: what may stand in a log. */
    Map<String, Object> log();

    /**
     * The snapshot of this run and the export that carries it.
     *
     * @param exportId null when nothing has to be exported
     */
    record Chosen(Outcome outcome, String runId, String exportId, Snapshot snapshot)
            implements Answer {

        enum Outcome {
            ALREADY_PUBLISHED,

            /** The run is masked and proven, and kept for a roll-back. */
            KEPT,
            STARTED,
            ADOPTED
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("outcome", outcome.name());
            json.put("runId", runId);
            if (exportId != null) {
                json.put("exportId", exportId);
            }
            json.put("snapshotArn", snapshot.arn());
            json.put("snapshotTime", snapshot.time().toString());
            return json;
        }

        @Override
        public Map<String, Object> log() {
            return json();
        }
    }

    /** RDS still works. */
    record Running(int percent) implements Answer {

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("status", "IN_PROGRESS");
            json.put("percent", percent);
            return json;
        }

        @Override
        public Map<String, Object> log() {
            return json();
        }
    }

    /**
     * The export is whole.
     *
     * @param paths folders of the tables that have rows
     * @param empty whether a table, by its published name, has no rows
     * @param sizeGb as RDS counted it
     * @param files Parquet objects of the wanted tables; with {@code bytes} they show whether raw
     *     data changed between two looks
     * @param bytes total size of these objects
     */
    record Complete(
            List<String> paths, Map<String, Boolean> empty, double sizeGb, long files, long bytes)
            implements Answer {

        /** End marks and manifests are no tables. */
        private static final List<String> NOT_CRAWLED = List.of("**/_*", "**.json");

        private static Map<String, Object> target(String path) {
            Map<String, Object> target = new LinkedHashMap<>();
            target.put("Path", path);
            target.put("Exclusions", NOT_CRAWLED);
            return target;
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("status", "COMPLETE");
            json.put("targets", paths.stream().map(Complete::target).toList());
            json.put("empty", empty);
            json.put("sizeGb", sizeGb);
            json.put("files", files);
            json.put("bytes", bytes);
            return json;
        }

        @Override
        public Map<String, Object> log() {
            Map<String, Object> log = new LinkedHashMap<>();
            log.put("status", "COMPLETE");
            log.put("tables", empty.size());
            log.put("tablesWithRows", paths.size());
            log.put("sizeGb", sizeGb);
            log.put("files", files);
            log.put("bytes", bytes);
            return log;
        }
    }

    /**
     * So many objects and versions of exports are gone.
     *
     * @param kept identifiers of the exports whose files stay
     */
    record Cleaned(long deleted, List<String> kept) implements Answer {

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("deleted", deleted);
            json.put("kept", kept);
            return json;
        }

        @Override
        public Map<String, Object> log() {
            return json();
        }
    }

    /** So many objects and versions of a run are gone. */
    record Deleted(long count) implements Answer {

        @Override
        public Map<String, Object> json() {
            return Map.of("deleted", count);
        }

        @Override
        public Map<String, Object> log() {
            return json();
        }
    }

    /** So many objects of a run are marked as proven, which is all of them. */
    record Released(long count) implements Answer {

        @Override
        public Map<String, Object> json() {
            return Map.of("released", count);
        }

        @Override
        public Map<String, Object> log() {
            return json();
        }
    }

    /**
     * Runs that have objects or versions.
     *
     * @param ids in order
     */
    record Runs(List<String> ids) implements Answer {

        @Override
        public Map<String, Object> json() {
            return Map.of("runs", ids);
        }

        @Override
        public Map<String, Object> log() {
            return json();
        }
    }

    /**
     * Runs whose objects and versions are gone.
     *
     * @param runs their ids, in order
     */
    record Retired(long count, List<String> runs) implements Answer {

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("deleted", count);
            json.put("runs", runs);
            return json;
        }

        @Override
        public Map<String, Object> log() {
            return json();
        }
    }

    /**
     * The report of a night.
     *
     * @param report key of the JSON
     * @param page key of the page that people read
     */
    record Written(EvidenceReport.Verdict verdict, String report, String page) implements Answer {

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("verdict", verdict.name());
            json.put("report", report);
            json.put("page", page);
            return json;
        }

        @Override
        public Map<String, Object> log() {
            return json();
        }
    }
}
