package analysisplatform.export;

/** RDS gave the export up, or no identifier is left to start it again. */
public final class ExportFailed extends FinalException {

    ExportFailed(String message) {
        super(message, null);
    }

    ExportFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
