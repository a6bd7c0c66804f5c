package analysisplatform.export;

import java.time.Instant;

/** A finished snapshot: only such a one can be exported. */
record Snapshot(String arn, Instant time) {}
