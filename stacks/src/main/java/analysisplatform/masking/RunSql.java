package analysisplatform.masking;

import java.util.List;

/**
 * A statement that is complete but for the run id, which exists only at night.
 *
 * <p>The state machine joins {@code parts} with the run id between them; a reviewer of a plan and a
 * test see the same text.
 *
 * @param parts never empty; between each two of them stands the run id
 */
public record RunSql(List<String> parts) {

    /** Stands for the run id in the text given to {@link #of}. */
    static final String RUN = "${run}";

    public RunSql {
        parts = List.copyOf(parts);
    }

    static RunSql of(String statement) {
        return new RunSql(List.of(statement.split("\\$\\{run}", -1)));
    }

    /** The statement of one run. */
    public String render(String runId) {
        return String.join(runId, parts);
    }

    @Override
    public String toString() {
        return render(RUN);
    }
}
