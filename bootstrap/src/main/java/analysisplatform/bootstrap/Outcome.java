package analysisplatform.bootstrap;

/** What was found and done about one setting. */
enum Outcome {
    CREATED("created", "would be created"),
    ALREADY("already", "already"),
    REPAIRED("repaired", "would be repaired");

    private final String done;
    private final String planned;

    Outcome(String done, String planned) {
        this.done = done;
        this.planned = planned;
    }

    String text(boolean dryRun) {
        return dryRun ? planned : done;
    }
}
