package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * People who query, and QuickSight on their behalf: published views, the masked tables below them,
 * and the results of their own workgroup. A view is no security boundary, so the reader needs the
 * masked data too, as far as it is proven; the quarantine appears nowhere.
 */
public final class AnalystPolicy {

    private AnalystPolicy() {}

    public static PolicyDocument of(Environment environment, KeyArns keys) {
        return queries(environment).and(data(environment, keys)).and(kpis(environment));
    }

    private static PolicyDocument queries(Environment environment) {
        Names names = Names.of(environment);
        Arns arns = Arns.of(environment);
        return PolicyDocument.of(
                Statement.allow(
                                "Query",
                                "athena:StartQueryExecution",
                                "athena:StopQueryExecution",
                                "athena:GetQueryExecution",
                                "athena:BatchGetQueryExecution",
                                "athena:ListQueryExecutions",
                                "athena:GetQueryResults",
                                "athena:GetQueryResultsStream",
                                "athena:GetQueryRuntimeStatistics",
                                "athena:GetWorkGroup",
                                "athena:GetNamedQuery",
                                "athena:BatchGetNamedQuery",
                                "athena:ListNamedQueries")
                        .on(arns.workgroup(names.analystsWorkgroup())),
                Statement.allow(
                                "BrowseCatalog",
                                "athena:GetDataCatalog",
                                "athena:GetDatabase",
                                "athena:ListDatabases",
                                "athena:GetTableMetadata",
                                "athena:ListTableMetadata")
                        .on(arns.athenaCatalog()),
                Statement.allowEverywhere("FindWorkgroup", WildcardReason.ATHENA_LISTS));
    }

    private static PolicyDocument data(Environment environment, KeyArns keys) {
        Names names = Names.of(environment);
        return PolicyDocument.of(
                Statement.allow("ReadCatalog", GlueActions.READ)
                        .on(
                                GlueActions.databases(
                                        Arns.of(environment), databases(environment, names))),
                Statement.allow("LookIntoBuckets", BucketActions.LOOK)
                        .on(Arns.bucket(names.maskedBucket()), Arns.bucket(names.resultsBucket())),
                Statement.allow("ReadMaskedData", "s3:GetObject")
                        .on(Arns.below(names.maskedBucket(), names.maskedRunsPrefix()))
                        .when(Condition.isProven()),
                Statement.allow("KeepResults", BucketActions.READ_AND_WRITE)
                        .on(Arns.below(names.resultsBucket(), names.analystsResultsPrefix())),
                Statement.allow("UseKey", KeyActions.READ_AND_WRITE).on(keys.masked()));
    }

    /** They are computed from published views, so they need no proof of their own. */
    private static PolicyDocument kpis(Environment environment) {
        if (environment.kpis().isEmpty()) {
            return PolicyDocument.of();
        }
        Names names = Names.of(environment);
        return PolicyDocument.of(
                Statement.allow("ReadKpis", "s3:GetObject")
                        .on(Arns.below(names.maskedBucket(), names.kpiHistoryPrefix())));
    }

    private static List<String> databases(Environment environment, Names names) {
        List<String> databases = new ArrayList<>(List.of(GlueActions.ATHENAS_DATABASE));
        for (Source source : environment.sources()) {
            databases.add(names.publishedDatabase(source));
            databases.add(names.maskedDatabase(source));
        }
        if (!environment.kpis().isEmpty()) {
            databases.add(names.kpiDatabase());
        }
        return databases;
    }
}
