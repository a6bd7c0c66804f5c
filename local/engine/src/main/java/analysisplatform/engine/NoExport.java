package analysisplatform.engine;

/** A folder is not in the layout of an RDS export. */
public final class NoExport extends RuntimeException {

    NoExport(String message) {
        super(message);
    }
}
