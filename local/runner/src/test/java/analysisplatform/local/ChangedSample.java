package analysisplatform.local;

import java.nio.file.Path;

/** The sample as it would be if a developer had changed the table of users. */
final class ChangedSample {

    private ChangedSample() {}

    /**
     * @param columns of the changed table, as DuckDB selects them from the table of users
     */
    static void write(Path sample, Path target, String columns) {
        LeakingSample.write(
                sample,
                target,
                new LeakingSample.Leak(
                        "learning.users",
                        "SELECT %s FROM read_parquet('{file}')".formatted(columns)));
    }
}
