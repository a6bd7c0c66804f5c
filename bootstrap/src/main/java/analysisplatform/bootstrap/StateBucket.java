package analysisplatform.bootstrap;

import java.util.function.BiConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Brings one bucket to its target, setting by setting. */
final class StateBucket {

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    /** The region that CreateBucket must not name. */
    private static final String UNNAMED_REGION = "us-east-1";

    private final S3Client s3;
    private final Target target;
    private final boolean dryRun;

    StateBucket(S3Client s3, Target target, boolean dryRun) {
        this.s3 = s3;
        this.target = target;
        this.dryRun = dryRun;
    }

    /**
     * @param report receives each setting's name and outcome, in order
     * @throws BootstrapRefused at the first setting that cannot be read or set
     */
    void ensure(BiConsumer<String, Outcome> report) {
        Outcome bucket = attempt("bucket", this::ensureBucket);
        report.accept("bucket", bucket);
        for (Setting setting : Settings.of(s3, target)) {
            report.accept(setting.name(), attempt(setting.name(), () -> ensure(setting, bucket)));
        }
    }

    private Outcome ensure(Setting setting, Outcome bucket) {
        if (bucket == Outcome.CREATED && dryRun) {
            return Outcome.CREATED;
        }
        if (setting.isRight()) {
            return Outcome.ALREADY;
        }
        if (!dryRun) {
            setting.put();
        }
        return bucket == Outcome.CREATED ? Outcome.CREATED : Outcome.REPAIRED;
    }

    private Outcome ensureBucket() {
        try {
            s3.headBucket(
                    request ->
                            request.bucket(target.bucket()).expectedBucketOwner(target.account()));
            return Outcome.ALREADY;
        } catch (S3Exception unseen) {
            // 403 is a stranger's bucket or a missing permission: only CreateBucket tells which.
            boolean create =
                    unseen.statusCode() == NOT_FOUND || unseen.statusCode() == FORBIDDEN && !dryRun;
            if (!create) {
                throw unseen;
            }
        }
        if (!dryRun) {
            createBucket();
        }
        return Outcome.CREATED;
    }

    private void createBucket() {
        try {
            s3.createBucket(
                    request -> {
                        request.bucket(target.bucket());
                        if (!target.region().equals(UNNAMED_REGION)) {
                            request.createBucketConfiguration(
                                    location ->
                                            location.locationConstraint(
                                                    BucketLocationConstraint.fromValue(
                                                            target.region())));
                        }
                    });
        } catch (BucketAlreadyExistsException taken) {
            throw Refusals.nameTaken(target, taken);
        } catch (BucketAlreadyOwnedByYouException unreadable) {
            throw Refusals.unreadable(target, unreadable);
        }
    }

    private interface Step {
        Outcome run();
    }

    private Outcome attempt(String what, Step step) {
        try {
            return step.run();
        } catch (SdkException e) {
            throw Refusals.of(e, what, target);
        }
    }
}
