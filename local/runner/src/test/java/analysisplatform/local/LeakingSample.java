package analysisplatform.local;

import java.nio.file.Path;

/** The sample as it would be if a developer stored mail addresses in the column {@code plan}. */
final class LeakingSample {

    private LeakingSample() {}

    static void write(Path sample, Path target) {
        ChangedSample.write(sample, target, "* REPLACE (email AS plan)");
    }
}
