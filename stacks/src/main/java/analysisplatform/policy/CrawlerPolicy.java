package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import java.util.List;

/** The crawler of one source: reads its exports, writes its raw database. */
public final class CrawlerPolicy {

    /** Glue's crawlers all log here; the group is not ours. */
    private static final String LOG_GROUP = "/aws-glue/crawlers";

    private CrawlerPolicy() {}

    public static PolicyDocument of(Environment environment, Source source, KeyArns keys) {
        Names names = Names.of(environment);
        Arns arns = Arns.of(environment);
        String bucket = names.quarantineBucket();
        List<String> raw = GlueActions.databases(arns, List.of(names.rawDatabase(source)));
        return PolicyDocument.of(
                Statement.allow("LookIntoQuarantine", BucketActions.LOOK).on(Arns.bucket(bucket)),
                Statement.allow("ReadRawData", "s3:GetObject")
                        .on(Arns.below(bucket, names.exportPrefix(source))),
                Statement.allow("DecryptRawData", KeyActions.READ).on(keys.quarantine()),
                Statement.allow("ReadCatalog", GlueActions.READ).on(raw),
                Statement.allow("WriteCatalog", GlueActions.CATALOG).on(raw),
                Statement.allow(
                                "WriteLog",
                                "logs:CreateLogGroup",
                                "logs:CreateLogStream",
                                "logs:PutLogEvents")
                        .on(arns.logGroup(LOG_GROUP)));
    }
}
