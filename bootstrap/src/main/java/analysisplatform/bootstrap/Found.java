package analysisplatform.bootstrap;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3 answers 404 when a setting was never made; that is a finding, not an error. */
final class Found {

    private static final int NOT_FOUND = 404;

    private Found() {}

    static <T> Optional<T> in(Supplier<T> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
