package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;

/** People who read the reports of the nights, with what proves that nobody changed them. */
public final class EvidenceReaderPolicy {

    private EvidenceReaderPolicy() {}

    /**
     * @param maskedKeyArn of the key that encrypts the reports
     */
    public static PolicyDocument of(Environment environment, String maskedKeyArn) {
        Names names = Names.of(environment);
        String bucket = names.evidenceBucket();
        return PolicyDocument.of(
                Statement.allow(
                                "FindReports",
                                "s3:ListBucket",
                                "s3:ListBucketVersions",
                                "s3:GetBucketLocation",
                                "s3:GetBucketObjectLockConfiguration")
                        .on(Arns.bucket(bucket)),
                Statement.allow(
                                "ReadReports",
                                "s3:GetObject",
                                "s3:GetObjectVersion",
                                "s3:GetObjectRetention")
                        .on(Arns.objects(bucket, "*")),
                Statement.allow("DecryptReports", KeyActions.READ).on(maskedKeyArn));
    }
}
