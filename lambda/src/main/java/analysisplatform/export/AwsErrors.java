package analysisplatform.export;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The one table from AWS' error codes to the exceptions of this function. */
final class AwsErrors {

    /** What an error means for the run. */
    enum Family {
        LIMIT,
        UNAVAILABLE,
        ROLE_NOT_READY,
        NO_SNAPSHOT,
        FAILED,
        REFUSED,
        INVALID;

        private ExportException exception(String message, Throwable cause) {
            return switch (this) {
                case LIMIT -> new ExportLimitReached(message, cause);
                case UNAVAILABLE -> new ServiceUnavailable(message, cause);
                case ROLE_NOT_READY -> new RoleNotReady(message, cause);
                case NO_SNAPSHOT -> new SnapshotNotFound(message, cause);
                case FAILED -> new ExportFailed(message, cause);
                case REFUSED -> new AccessRefused(message, cause);
                case INVALID -> new InvalidRequest(message, cause);
            };
        }
    }

    private record Meaning(Family family, String advice) {}

    private static final Meaning BUSY =
            new Meaning(Family.UNAVAILABLE, "The state machine tries again.");
    private static final Meaning NO_RIGHT =
            new Meaning(
                    Family.REFUSED,
                    "Compare the role's policy and the policy of the resource with the deployed"
                            + " stacks of both accounts.");
    private static final Meaning WRONG =
            new Meaning(Family.INVALID, "Check the configuration of the source.");
    private static final Meaning GONE =
            new Meaning(Family.NO_SNAPSHOT, "Check the kind and the identifier of the source.");
    private static final Meaning BAD_BUCKET =
            new Meaning(
                    Family.REFUSED,
                    "Check that the bucket exists in the snapshot's region and that its policy"
                            + " lets the role in.");
    private static final Meaning BAD_KEY =
            new Meaning(
                    Family.REFUSED,
                    "Check that the key is enabled and that its policy lets the caller role create"
                            + " grants and the export role use it.");
    private static final Meaning FULL =
            new Meaning(Family.LIMIT, "The state machine waits for a free place.");
    private static final Meaning BAD_SESSION =
            new Meaning(Family.REFUSED, "Check the credentials of the function.");

    private static final Map<String, Meaning> BY_CODE =
            Map.ofEntries(
                    entry("ExportTaskAlreadyExists", FULL),
                    entry("ExportTaskNotFound", new Meaning(Family.FAILED, "Start the run again.")),
                    entry("InvalidExportOnly", WRONG),
                    entry(
                            "InvalidExportSourceState",
                            new Meaning(
                                    Family.NO_SNAPSHOT,
                                    "The snapshot changed its state; start the run again.")),
                    entry("InvalidS3BucketFault", BAD_BUCKET),
                    entry(
                            "IamRoleNotFound",
                            new Meaning(
                                    Family.ROLE_NOT_READY,
                                    "A new role needs some seconds; otherwise check that the role"
                                            + " exists and trusts export.rds.amazonaws.com.")),
                    entry("IamRoleMissingPermissions", NO_RIGHT),
                    entry("KMSKeyNotAccessibleFault", BAD_KEY),
                    entry("DBSnapshotNotFound", GONE),
                    entry("DBClusterSnapshotNotFoundFault", GONE),
                    entry("DBInstanceNotFound", GONE),
                    entry("DBClusterNotFoundFault", GONE),
                    entry("AccessDenied", NO_RIGHT),
                    entry("AccessDeniedException", NO_RIGHT),
                    entry("AuthFailure", BAD_SESSION),
                    entry("UnauthorizedOperation", NO_RIGHT),
                    entry("AllAccessDisabled", NO_RIGHT),
                    entry("AccountProblem", NO_RIGHT),
                    entry("ExpiredToken", BAD_SESSION),
                    entry("ExpiredTokenException", BAD_SESSION),
                    entry("InvalidAccessKeyId", BAD_SESSION),
                    entry("InvalidClientTokenId", BAD_SESSION),
                    entry("SignatureDoesNotMatch", BAD_SESSION),
                    entry("MalformedPolicyDocument", WRONG),
                    entry("PackedPolicyTooLarge", WRONG),
                    entry(
                            "RegionDisabledException",
                            new Meaning(
                                    Family.REFUSED, "Enable the region in the source account.")),
                    entry("NoSuchBucket", BAD_BUCKET),
                    entry("InvalidBucketName", BAD_BUCKET),
                    entry("PermanentRedirect", BAD_BUCKET),
                    entry("AuthorizationHeaderMalformed", BAD_BUCKET),
                    entry("NoSuchKey", new Meaning(Family.FAILED, "Start the run again.")),
                    entry("InvalidObjectState", WRONG),
                    entry("EncryptionTypeMismatch", WRONG),
                    entry("InternalError", BUSY),
                    entry("InternalFailure", BUSY),
                    entry("ServiceUnavailable", BUSY),
                    entry("RequestTimeout", BUSY),
                    entry("OperationAborted", BUSY),
                    entry("SlowDown", BUSY),
                    entry("Throttling", BUSY),
                    entry("ThrottlingException", BUSY),
                    entry("RequestLimitExceeded", BUSY),
                    entry("TooManyRequestsException", BUSY));

    private AwsErrors() {}

    static ExportException translate(String action, SdkException error) {
        if (error instanceof AwsServiceException refusal) {
            AwsErrorDetails details = refusal.awsErrorDetails();
            String code = details == null ? null : details.errorCode();
            return translate(
                    action,
                    code == null ? "HTTP " + refusal.statusCode() : code,
                    details == null ? refusal.getMessage() : details.errorMessage(),
                    refusal);
        }
        return BUSY.family.exception(
                "Could not %s: %s %s".formatted(action, sentence(error.getMessage()), BUSY.advice),
                error);
    }

    /** For the answers that carry an error per element instead of failing as a whole. */
    static ExportException translate(String action, String code, String message) {
        return translate(action, code, message, null);
    }

    /** All codes that are known by name. */
    static Set<String> codes() {
        return BY_CODE.keySet();
    }

    private static ExportException translate(
            String action, String code, String message, AwsServiceException error) {
        Meaning meaning = meaning(code, error);
        return meaning.family.exception(
                "Could not %s: %s: %s %s"
                        .formatted(action, code, sentence(message), meaning.advice),
                error);
    }

    private static String sentence(String message) {
        String text = message == null || message.isBlank() ? "no message" : message.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private static Meaning meaning(String code, AwsServiceException error) {
        Meaning known = BY_CODE.get(code);
        if (known != null) {
            return known;
        }
        if (code.startsWith("KMS.")) {
            return BAD_KEY;
        }
        int status = error == null ? 0 : error.statusCode();
        if (status >= 500 || error != null && error.isThrottlingException()) {
            return BUSY;
        }
        // The code of a sixth export is not documented; its name is sure to tell of a limit.
        if (code.contains("Limit") || code.contains("Quota")) {
            return FULL;
        }
        return status == 401 || status == 403 ? NO_RIGHT : WRONG;
    }
}
