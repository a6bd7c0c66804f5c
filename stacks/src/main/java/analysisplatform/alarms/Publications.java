package analysisplatform.alarms;

import analysisplatform.config.Source;
import analysisplatform.names.Names;

/** The sign of life that a night gives when it has published, and the alarm that misses it. */
public final class Publications {

    /** One per publication, in the source's own namespace. */
    public static final String METRIC = "Published";

    /**
     * One per snapshot that was published, at the snapshot's own time and in the source's own
     * namespace: bytes of its export.
     */
    public static final String SNAPSHOT = "Snapshot";

    private Publications() {}

    /** The nightly run arms it, so both sides need its name. */
    public static String livenessAlarm(Names names, Source source) {
        return names.alarm(Runbook.NO_PUBLICATION.page(), source);
    }
}
