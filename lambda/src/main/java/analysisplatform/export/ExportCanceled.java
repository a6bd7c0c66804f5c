package analysisplatform.export;

/** Somebody canceled the export. */
public final class ExportCanceled extends FinalException {

    ExportCanceled(String message) {
        super(message, null);
    }

    ExportCanceled(String message, Throwable cause) {
        super(message, cause);
    }
}
