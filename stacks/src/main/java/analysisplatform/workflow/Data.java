package analysisplatform.workflow;

/** Paths of the data that travels through the state machine. */
final class Data {

    /** ARN of this execution, which owns the lock. */
    static final String EXECUTION = "$.execution";

    /** A snapshot that the caller asks for instead of the newest automated one; mostly empty. */
    static final String WANTED_SNAPSHOT = "$.input.snapshotArn";

    /** The kept run that the caller wants back; mostly empty. */
    static final String WANTED_RUN = "$.input.runId";

    /** The run that analysts see; empty before the first publication. */
    static final String LAST_RUN = "$.last.run";

    /** The run before it, kept for a roll-back; may be empty. */
    static final String PREVIOUS_RUN = "$.last.previous";

    /** Present only while the kept run is published again. */
    static final String KEPT = "$.kept";

    static final String RUN_ID = "$.export.answer.runId";

    /** What can stand between two pieces of a statement: nothing, the run id. */
    static final String VALUES = "States.Array($.masking.nothing, " + RUN_ID + ")";

    static final String EXPORT_ID = "$.export.answer.exportId";
    static final String EXPORT_OUTCOME = "$.export.answer.outcome";
    static final String SNAPSHOT_ARN = "$.export.answer.snapshotArn";
    static final String SNAPSHOT_TIME = "$.export.answer.snapshotTime";

    /** The last look at the export. */
    static final String EXPORT_STATUS = "$.look.answer.status";

    /** The look that found the export complete. */
    static final String CHECK = "$.check.answer";

    static final String CRAWL_TARGETS = CHECK + ".targets";
    static final String EMPTY_TABLES = CHECK + ".empty";

    /** For each table of the policy 1 when it has rows and 0 when it is empty, in their order. */
    static final String FILLED = "$.masking.filled";

    /** The views that are being switched, and their statements. */
    static final String VIEWS = "$.views";

    /** The published names of the tables of the run that is being published. */
    static final String TABLES_OF_RUN = VIEWS + ".of.run";

    /** The look before the publication. */
    static final String RECHECK = "$.recheck.answer";

    /** What differed between source and policy; empty until somebody looked. Numbers are texts. */
    static final String DRIFT = "$.drift";

    /** Where the proofs' results lie: a list of name and output, empty until all were run. */
    static final String PROOFS = "$.proofs";

    /** Whether analysts see this run, in the words of the report. */
    static final String OUTCOME = "$.evidence.outcome";

    static final String CRAWLER = "$.crawl.crawler";

    private Data() {}
}
