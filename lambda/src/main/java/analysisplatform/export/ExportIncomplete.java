package analysisplatform.export;

/** The export ended, but wanted tables are missing in it. */
public final class ExportIncomplete extends FinalException {

    ExportIncomplete(String message) {
        super(message, null);
    }

    ExportIncomplete(String message, Throwable cause) {
        super(message, cause);
    }
}
