package analysisplatform.export;

/** What a report is made of is not there or has another form: no report can be written. */
public final class EvidenceUnreadable extends FinalException {

    EvidenceUnreadable(String message) {
        super(message, null);
    }

    EvidenceUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
