package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;

/** The export role of a source account: RDS writes one source's export to the quarantine. */
public final class ExportPolicy {

    private ExportPolicy() {}

    public static PolicyDocument of(Environment environment, Source source) {
        Names names = Names.of(environment);
        String bucket = names.quarantineBucket();
        return PolicyDocument.of(
                Statement.allow("WriteExport", BucketActions.EXPORT_OBJECTS)
                        .on(Arns.below(bucket, names.exportPrefix(source))),
                Statement.allow("LookIntoQuarantine", BucketActions.LOOK).on(Arns.bucket(bucket)),
                Statement.allow("UseKey", KeyActions.EXPORT)
                        .onEvery(WildcardReason.ANALYSIS_KEYS, Arns.of(environment).everyKey()));
    }

    /** RDS, and only for exports of the source's own account. */
    public static PolicyDocument trust(Source source) {
        return PolicyDocument.of(
                Statement.allow("LetRdsIn", "sts:AssumeRole")
                        .by(Principals.service("export.rds.amazonaws.com"))
                        .when(Condition.equal("aws:SourceAccount", source.account()))
                        .when(Condition.arnLike("aws:SourceArn", new RdsArns(source).any())));
    }
}
