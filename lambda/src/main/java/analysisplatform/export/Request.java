package analysisplatform.export;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the function is asked to do. Everything is checked here, before AWS is called. */
sealed interface Request {

    /** For the log: what the request is about. */
    String about();

    /**
     * Make sure that an export of the newest snapshot exists.
     *
     * @param publishedRun the run that analysts see now
     * @param keptRun the run to go back to, masked and proven already
     * @param snapshotArn exactly this snapshot instead of the newest automated one
     */
    record StartExport(
            Source source,
            List<String> exportOnly,
            CallerRole caller,
            String exportRoleArn,
            Location exports,
            String kmsKeyArn,
            String policyVersion,
            Optional<String> publishedRun,
            Optional<String> keptRun,
            Optional<String> snapshotArn)
            implements Request {

        /** An identifier or alias would be looked up in the source account. */
        private static final Pattern KEY_ARN =
                Pattern.compile("arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/.+");

        private static final Pattern POLICY_VERSION = Pattern.compile("[0-9a-f]{8}");
        private static final Pattern SNAPSHOT_ARN =
                Pattern.compile("arn:aws[a-z-]*:rds:[a-z0-9-]+:[0-9]{12}:(cluster-)?snapshot:.+");

        private static StartExport of(Fields fields) {
            List<String> exportOnly = fields.texts("exportOnly");
            if (exportOnly.isEmpty() || exportOnly.contains("")) {
                throw fields.wrong("exportOnly", "a list of tables; an empty one exports all");
            }
            return new StartExport(
                    Source.of(fields.object("source")),
                    exportOnly,
                    CallerRole.of(fields),
                    fields.text("exportRoleArn", CallerRole.ROLE_ARN),
                    Location.exports(fields),
                    fields.text("kmsKeyArn", KEY_ARN),
                    fields.text("policyVersion", POLICY_VERSION),
                    fields.optionalText("publishedRun"),
                    fields.optionalText("keptRun"),
                    fields.optionalText("snapshotArn", SNAPSHOT_ARN));
        }

        @Override
        public String about() {
            return source.name();
        }
    }

    /**
     * Say how far the export is and, at its end, whether it is whole.
     *
     * @param database the name of the first folder inside the export
     */
    record CheckExport(
            Source source,
            CallerRole caller,
            String exportId,
            Location exports,
            List<WantedTable> tables,
            String database)
            implements Request {

        private static CheckExport of(Fields fields) {
            List<WantedTable> tables =
                    fields.objects("tables").stream().map(WantedTable::of).toList();
            if (tables.isEmpty()) {
                throw fields.wrong("tables", "a list of at least one table");
            }
            return new CheckExport(
                    Source.of(fields.object("source")),
                    CallerRole.of(fields),
                    fields.text("exportId", Identifiers.EXPORT_ID),
                    Location.exports(fields),
                    tables,
                    fields.text("database"));
        }

        @Override
        public String about() {
            return source.name();
        }
    }

    /**
     * Delete the exports of one source, except the one to keep.
     *
     * @param access when given, exports that RDS still writes are kept as well
     */
    record CleanUp(Location exports, Optional<String> keepExportId, Optional<SourceAccess> access)
            implements Request {

        private static CleanUp of(Fields fields) {
            return new CleanUp(
                    Location.exports(fields),
                    fields.optionalText("keepExportId", Identifiers.EXPORT_ID),
                    SourceAccess.optional(fields));
        }

        @Override
        public String about() {
            return exports.prefix();
        }
    }

    /** Delete the masked data of one run, unless the run is among those to keep. */
    record DeleteRun(Location masked, String runId, List<String> keep) implements Request {

        private static DeleteRun of(Fields fields) {
            return new DeleteRun(
                    Location.masked(fields),
                    fields.text("runId", Identifiers.RUN_ID),
                    fields.texts("keep"));
        }

        @Override
        public String about() {
            return masked.prefix();
        }
    }

    /**
     * Mark every file of one run as proven; until then analysts cannot read it.
     *
     * @param tag that the policies of the readers ask for
     */
    record ReleaseRun(Location masked, String runId, ObjectTag tag) implements Request {

        private static ReleaseRun of(Fields fields) {
            return new ReleaseRun(
                    Location.masked(fields),
                    fields.text("runId", Identifiers.RUN_ID),
                    ObjectTag.of(fields.object("tag")));
        }

        @Override
        public String about() {
            return masked.below(runId).prefix();
        }
    }

    /**
     * Say which runs of one source have masked data, but those to keep.
     *
     * @param keep as of {@link RetireRuns}
     */
    record ListRuns(Location masked, List<String> keep) implements Request {

        private static ListRuns of(Fields fields) {
            return new ListRuns(Location.masked(fields), runsToKeep(fields));
        }

        @Override
        public String about() {
            return masked.prefix();
        }
    }

    /**
     * Delete the masked data of all runs of one source but those to keep.
     *
     * @param keep the published run first; runs that never were may be empty texts
     */
    record RetireRuns(Location masked, List<String> keep) implements Request {

        private static RetireRuns of(Fields fields) {
            return new RetireRuns(Location.masked(fields), runsToKeep(fields));
        }

        @Override
        public String about() {
            return masked.prefix();
        }
    }

    /**
     * Write the report of a night that is over.
     *
     * @param policy the summary of the masking policy
     */
    record WriteEvidence(
            EndedNight night, ObjectAddress policy, List<ProofOutput> proofs, Location evidence)
            implements Request {

        private static WriteEvidence of(Fields fields) {
            return new WriteEvidence(
                    EndedNight.of(fields),
                    ObjectAddress.of(fields, "policy"),
                    fields.objects("proofs").stream().map(ProofOutput::of).toList(),
                    Location.evidence(fields));
        }

        @Override
        public String about() {
            return evidence.prefix();
        }
    }

    private static List<String> runsToKeep(Fields fields) {
        List<String> keep = fields.texts("keep");
        if (keep.stream().noneMatch(run -> Identifiers.RUN_ID.matcher(run).matches())) {
            throw fields.wrong("keep", "a list that names the published run");
        }
        return keep;
    }

    static Request of(Object json) {
        Fields fields = Fields.of("", json);
        String step = fields.text("step");
        return switch (step) {
            case "StartExport" -> StartExport.of(fields);
            case "CheckExport" -> CheckExport.of(fields);
            case "CleanUp" -> CleanUp.of(fields);
            case "DeleteRun" -> DeleteRun.of(fields);
            case "ReleaseRun" -> ReleaseRun.of(fields);
            case "ListRuns" -> ListRuns.of(fields);
            case "RetireRuns" -> RetireRuns.of(fields);
            case "WriteEvidence" -> WriteEvidence.of(fields);
            default ->
                    throw fields.wrong(
                            "step",
                            "StartExport, CheckExport, CleanUp, DeleteRun, ReleaseRun, ListRuns,"
                                    + " RetireRuns or WriteEvidence, not "
                                    + step);
        };
    }
}
