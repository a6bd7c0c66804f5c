package analysisplatform.config;

import java.time.Duration;
import java.util.List;

/**
 * One database to analyse.
 *
 * @param name unique in its environment; part of names of buckets' prefixes, databases and roles
 * @param account the account that owns the database, twelve digits
 * @param region must be the platform's: RDS exports only to a bucket in the snapshot's region
 * @param identifier of the DB instance or DB cluster
 * @param tables as the masking policy names them: {@code table} for MySQL, {@code schema.table} for
 *     PostgreSQL
 * @param maxSnapshotAge an older snapshot is refused
 * @param snapshotGigabytes of a whole snapshot, for the estimate of costs
 */
public record Source(
        String name,
        String account,
        String region,
        Engine engine,
        Kind kind,
        String identifier,
        String database,
        List<String> tables,
        Duration maxSnapshotAge,
        int snapshotGigabytes) {

    /** What is assumed where nobody looked. */
    private static final int USUAL_SNAPSHOT_GIGABYTES = 20;

    /** With a snapshot of the usual size. */
    public Source(
            String name,
            String account,
            String region,
            Engine engine,
            Kind kind,
            String identifier,
            String database,
            List<String> tables,
            Duration maxSnapshotAge) {
        this(
                name,
                account,
                region,
                engine,
                kind,
                identifier,
                database,
                tables,
                maxSnapshotAge,
                USUAL_SNAPSHOT_GIGABYTES);
    }

    public Source {
        tables = List.copyOf(tables);
    }

    /** Decides how RDS names the exported folders. */
    public enum Engine {
        MYSQL,
        POSTGRESQL
    }

    /** Decides which kind of snapshot is looked for. */
    public enum Kind {
        INSTANCE,
        CLUSTER
    }

    public List<SourceTable> sourceTables() {
        return tables.stream().map(table -> SourceTable.of(this, table)).toList();
    }
}
