package analysisplatform.bootstrap;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what an error of the SDK means to the person at the keyboard. */
final class Refusals {

    private static final int FORBIDDEN = 403;

    private Refusals() {}

    static BootstrapRefused ofIdentity(SdkException error) {
        if (error instanceof AwsServiceException answer) {
            return new BootstrapRefused(
                    "AWS does not accept the credentials (%s): sign in again and check AWS_PROFILE."
                            .formatted(code(answer)),
                    error);
        }
        String text = String.valueOf(error.getMessage());
        if (text.contains("Unable to load credentials")) {
            return new BootstrapRefused(
                    "There are no AWS credentials: sign in, for example with aws sso login, and set AWS_PROFILE.",
                    error);
        }
        return new BootstrapRefused("AWS cannot be reached: " + text, error);
    }

    /**
     * @param what was being read or set, for example {@code versioning}
     */
    static BootstrapRefused of(SdkException error, String what, Target target) {
        if (error instanceof AwsServiceException answer && answer.statusCode() == FORBIDDEN) {
            return new BootstrapRefused(
                    "AWS denies access to the %s of %s (%s): use a role that may administer S3 in account %s."
                            .formatted(what, target.bucket(), code(answer), target.account()),
                    error);
        }
        return new BootstrapRefused(
                "The %s of %s could not be checked or set: %s"
                        .formatted(what, target.bucket(), error.getMessage()),
                error);
    }

    static BootstrapRefused nameTaken(Target target, SdkException error) {
        return new BootstrapRefused(
                "The bucket name %s is taken by another AWS account: choose another project name in platform.yaml."
                        .formatted(target.bucket()),
                error);
    }

    static BootstrapRefused unreadable(Target target, SdkException error) {
        return new BootstrapRefused(
                "The bucket %s exists in account %s, but these credentials may not read it: they need s3:ListBucket on it."
                        .formatted(target.bucket(), target.account()),
                error);
    }

    private static String code(AwsServiceException answer) {
        return answer.awsErrorDetails() == null
                ? "HTTP " + answer.statusCode()
                : answer.awsErrorDetails().errorCode();
    }
}
