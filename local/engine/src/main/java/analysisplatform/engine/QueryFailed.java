package analysisplatform.engine;

/** The engine refused a statement or gave up on it. */
public final class QueryFailed extends RuntimeException {

    private final String errorName;

    public QueryFailed(String errorName, String message) {
        super(message);
        this.errorName = errorName;
    }

    /** Trino's name of the error, for example {@code COLUMN_NOT_FOUND}. */
    public String errorName() {
        return errorName;
    }

    @Override
    public String toString() {
        return errorName + ": " + getMessage();
    }
}
