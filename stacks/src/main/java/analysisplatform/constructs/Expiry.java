package analysisplatform.constructs;

/**
 * How long objects below a prefix live. Days are counted by S3 and end at midnight UTC.
 *
 * @param prefix empty for the whole bucket
 * @param currentDays after which an object is deleted, or {@link #NEVER}
 * @param noncurrentDays after which a deleted or replaced object is really gone
 */
record Expiry(String id, String prefix, int currentDays, int noncurrentDays) {

    private static final int NEVER = 0;

    static Expiry after(String prefix, int days, int noncurrentDays) {
        return new Expiry("expire", prefix, days, noncurrentDays);
    }

    static Expiry ofOldVersions(String prefix, int noncurrentDays) {
        return new Expiry("expire-old-versions", prefix, NEVER, noncurrentDays);
    }

    boolean keepsCurrent() {
        return currentDays == NEVER;
    }
}
