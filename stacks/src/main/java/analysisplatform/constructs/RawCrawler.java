package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.json.Json;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.CrawlerPolicy;
import analysisplatform.policy.KeyArns;
import analysisplatform.policy.TrustPolicies;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.glue_crawler.GlueCrawler;
import com.hashicorp.cdktf.providers.aws.glue_crawler.GlueCrawlerConfig;
import com.hashicorp.cdktf.providers.aws.glue_crawler.GlueCrawlerRecrawlPolicy;
import com.hashicorp.cdktf.providers.aws.glue_crawler.GlueCrawlerS3Target;
import com.hashicorp.cdktf.providers.aws.glue_crawler.GlueCrawlerSchemaChangePolicy;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Creates the crawler of one source, and its role. It makes a raw table of each table folder that
 * the nightly run points it at.
 *
 * <p>Requires the source's raw database.
 */
final class RawCrawler extends Construct {

    /**
     * The level of the folder that becomes a table; the bucket is level 1: {@code
     * <bucket>/exports/<source>/<export>/<database>/<schema.table>}. What lies deeper, a batch,
     * becomes a partition.
     */
    private static final int TABLE_LEVEL = 6;

    /** Manifests and markers are no data. */
    private static final List<String> EXCLUSIONS = List.of("**.json", "**/_*");

    /** Holds nothing, so that a crawl before the first run finds nothing. */
    private static final String NO_EXPORT_YET = "/none-yet/";

    RawCrawler(Construct scope, String id, Environment environment, Source source, KeyArns keys) {
        super(scope, id);
        Names names = Names.of(environment);
        RoleWithPolicy role =
                new RoleWithPolicy(
                        this,
                        "role",
                        new RoleWithPolicy.Config(
                                Roles.of(environment).crawler(source),
                                "Crawler of " + source.name() + ": reads raw exports",
                                TrustPolicies.crawler(),
                                CrawlerPolicy.of(environment, source, keys)));
        new GlueCrawler(
                this,
                "crawler",
                GlueCrawlerConfig.builder()
                        .name(names.crawler(source))
                        .role(role.arn())
                        .databaseName(names.rawDatabase(source))
                        .s3Target(
                                List.of(
                                        GlueCrawlerS3Target.builder()
                                                .path(names.exportRoot(source) + NO_EXPORT_YET)
                                                .exclusions(EXCLUSIONS)
                                                .build()))
                        .configuration(configuration())
                        .schemaChangePolicy(
                                GlueCrawlerSchemaChangePolicy.builder()
                                        .updateBehavior("UPDATE_IN_DATABASE")
                                        .deleteBehavior("LOG")
                                        .build())
                        .recrawlPolicy(
                                GlueCrawlerRecrawlPolicy.builder()
                                        .recrawlBehavior("CRAWL_EVERYTHING")
                                        .build())
                        .dependsOn(List.of(role.policy()))
                        .lifecycle(targetsBelongToTheNightlyRun())
                        .build());
    }

    private static String configuration() {
        return Json.sorted(
                Map.of(
                        "Version",
                        1.0,
                        "Grouping",
                        Map.of(
                                "TableGroupingPolicy",
                                "CombineCompatibleSchemas",
                                "TableLevelConfiguration",
                                TABLE_LEVEL)));
    }

    /** Each run points the crawler at its own export; a deployment must not turn it back. */
    private static TerraformResourceLifecycle targetsBelongToTheNightlyRun() {
        return TerraformResourceLifecycle.builder().ignoreChanges(List.of("s3_target")).build();
    }
}
