package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.Role;
import analysisplatform.names.Roles;
import java.util.ArrayList;
import java.util.List;

/** Policies of the buckets. */
public final class BucketPolicies {

    private BucketPolicies() {}

    /**
     * Nobody reads raw data but the pipeline, RDS' export roles and the configured break-glass
     * principals; nobody reads the pseudonym key but the masker; nobody deletes it.
     */
    public static PolicyDocument quarantine(Environment environment) {
        String bucket = Names.of(environment).quarantineBucket();
        List<Statement> statements = new ArrayList<>();
        statements.add(denyReading(environment, bucket));
        statements.add(denyReadingPseudonymKey(environment, bucket));
        statements.add(denyDeletingPseudonymKey(environment, bucket));
        for (Source source : environment.sources()) {
            statements.addAll(allowExport(environment, source, bucket));
        }
        return encryptedTransport(bucket).and(new PolicyDocument(statements));
    }

    /**
     * Nobody but a source's state machine reads a run before it is proven: not the analysts, whose
     * own policy says the same, and not QuickSight's service role or an administrator, whose
     * policies others write. Nobody but the function says that a run is proven.
     */
    public static PolicyDocument masked(Environment environment) {
        Names names = Names.of(environment);
        Roles roles = Roles.of(environment);
        String runs = Arns.below(names.maskedBucket(), names.maskedRunsPrefix());
        List<String> makers =
                environment.sources().stream().map(roles::nightly).map(Role::arn).toList();
        return encryptedTransport(names.maskedBucket())
                .and(
                        PolicyDocument.of(
                                Statement.deny("DenyReadingUnprovenRuns", "s3:GetObject*")
                                        .by(Principals.everybody())
                                        .on(runs)
                                        .when(Condition.principalIsNoneOf(makers))
                                        .when(Condition.isNotProven()),
                                Statement.deny("DenyProvingRuns", BucketActions.TAG)
                                        .by(Principals.everybody())
                                        .on(runs)
                                        .when(
                                                Condition.principalIsNoneOf(
                                                        List.of(roles.exportFunction().arn())))));
    }

    /**
     * Nobody but the function writes a report, and not even the function writes over one: S3
     * refuses a write that does not ask for the key to be free. Nobody deletes a report or loosens
     * its lock; only the lifecycle rule, which no policy holds up, removes it when its time is
     * over.
     */
    public static PolicyDocument evidence(Environment environment) {
        String bucket = Names.of(environment).evidenceBucket();
        return encryptedTransport(bucket)
                .and(
                        PolicyDocument.of(
                                Statement.deny("DenyDeletingReports", BucketActions.UNDO_LOCKED)
                                        .by(Principals.everybody())
                                        .on(Arns.objects(bucket, "*")),
                                Statement.deny("DenyReplacingReports", "s3:PutObject")
                                        .by(Principals.everybody())
                                        .on(Arns.objects(bucket, "*"))
                                        .when(Condition.absent("s3:if-none-match")),
                                Statement.deny("DenyForgingReports", "s3:PutObject")
                                        .by(Principals.everybody())
                                        .on(Arns.objects(bucket, "*"))
                                        .when(
                                                Condition.principalIsNoneOf(
                                                        List.of(
                                                                Roles.of(environment)
                                                                        .exportFunction()
                                                                        .arn())))));
    }

    /** Access is given by the roles' own policies; unencrypted connections are refused. */
    public static PolicyDocument encryptedTransport(String bucket) {
        return PolicyDocument.of(
                Statement.deny("DenyUnencryptedTransport", "s3:*")
                        .by(Principals.everybody())
                        .on(Arns.bucket(bucket), Arns.objects(bucket, "*"))
                        .when(Condition.bool("aws:SecureTransport", false)));
    }

    private static Statement denyReading(Environment environment, String bucket) {
        Roles roles = Roles.of(environment);
        List<String> readers = new ArrayList<>();
        readers.add(roles.exportFunction().arn());
        for (Source source : environment.sources()) {
            readers.add(roles.crawler(source).arn());
            readers.add(roles.nightly(source).arn());
            readers.add(roles.export(source).arn());
        }
        readers.addAll(environment.platform().breakGlassPrincipals());
        return Statement.deny("DenyReadingRawData", "s3:GetObject*")
                .by(Principals.everybody())
                .on(Arns.objects(bucket, "*"))
                .when(Condition.principalIsNoneOf(readers))
                .when(Condition.callerIsNoService());
    }

    /** Break-glass principals are not excepted: raw data explains an incident, the key does not. */
    private static Statement denyReadingPseudonymKey(Environment environment, String bucket) {
        Roles roles = Roles.of(environment);
        List<String> maskers =
                environment.sources().stream().map(roles::nightly).map(Role::arn).toList();
        return Statement.deny("DenyReadingPseudonymKey", "s3:GetObject*")
                .by(Principals.everybody())
                .on(Arns.below(bucket, Names.of(environment).pseudonymKeysPrefix()))
                .when(Condition.principalIsNoneOf(maskers));
    }

    /** Without the key, no pseudonym of tomorrow equals one of yesterday. */
    private static Statement denyDeletingPseudonymKey(Environment environment, String bucket) {
        return Statement.deny(
                        "DenyDeletingPseudonymKey", "s3:DeleteObject", "s3:DeleteObjectVersion")
                .by(Principals.everybody())
                .on(Arns.below(bucket, Names.of(environment).pseudonymKeysPrefix()));
    }

    private static List<Statement> allowExport(
            Environment environment, Source source, String bucket) {
        Names names = Names.of(environment);
        Principals account = Principals.account(source.account());
        Condition isExportRole =
                Condition.principalIsOneOf(List.of(Roles.of(environment).export(source).arn()));
        return List.of(
                Statement.allow(Sids.of("Write", source), BucketActions.EXPORT_OBJECTS)
                        .by(account)
                        .on(Arns.below(bucket, names.exportPrefix(source)))
                        .when(isExportRole),
                Statement.allow(Sids.of("Look", source), BucketActions.LOOK)
                        .by(account)
                        .on(Arns.bucket(bucket))
                        .when(isExportRole));
    }
}
