package analysisplatform.local;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import analysisplatform.sample.SampleExport;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * An environment {@code pair} with a MySQL cluster and a PostgreSQL instance, each in an account of
 * its own. It is deployed beside the environment {@code local} into the same analysis account.
 */
final class TwoSources {

    private static final String NAME = "pair";
    private static final String LEARNING_ACCOUNT = "444444444444";
    private static final String SHOP_ACCOUNT = "333333333333";
    private static final int EXPORTS_PER_ACCOUNT = 5;
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private static final String SHOP =
            """
            name: shop
            account: "%s"
            engine: postgresql
            kind: instance
            identifier: shop-db
            database: shop
            tables: [public.customers, sales.refunds]
            """
                    .formatted(SHOP_ACCOUNT);

    private static final String SHOP_MASKING =
            """
            source: shop
            minimumDomainPeople: 10
            timeZone: Asia/Tokyo
            tables:
              public.customers:
                columns:
                  id: {class: identifier, action: pseudonym, namespace: customer}
                  public_id: {class: identifier, action: drop}
                  full_name: {class: identifier, action: drop}
                  email: {class: identifier, action: email}
                  birth_date: {class: quasi, action: drop}
                  credit_limit: {class: attribute, action: keep, type: "decimal(10,2)", reason: beside a pseudonym}
                  newsletter: {class: attribute, action: keep, type: boolean, reason: beside a pseudonym}
                  profile: {class: free_text, action: drop}
                  last_ip: {class: identifier, action: ip_network}
                  created_at: {class: attribute, action: keep, type: timestamp(3), reason: beside a pseudonym}
              sales.refunds:
                columns:
                  id: {class: none, action: keep, type: bigint, reason: numbers the rows and nothing else}
                  reason: {class: free_text, action: drop}
            """;

    final Names names;
    final Source learning;
    final Source shop;

    private final Environment environment;
    private final DeployedPlatform platform;
    private final Instant snapshotTime =
            Instant.now().minus(6, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);

    private TwoSources(DeployedPlatform platform, Workspace workspace, Path environments) {
        environment = EnvironmentLoader.load(environments.resolve(NAME));
        names = Names.of(environment);
        learning = environment.sources().get(0);
        shop = environment.sources().get(1);
        this.platform = platform;
        Deployment.of(
                        workspace,
                        new Synthesis(workspace, environments),
                        environment,
                        platform.standIn)
                .apply(stack -> {});
    }

    static TwoSources deployOn(DeployedPlatform platform) {
        Path root = OnTheStandIn.Extension.workspace().root();
        Workspace workspace = new Workspace(root, root.resolve("local/runner/target/pair"));
        Path environments = workspace.emptyDirectory("environments");
        configure(root.resolve("environments"), environments);
        // Exports deliver of a folder what their source names, so both databases lie in one.
        Path exports = workspace.emptyDirectory("exports");
        SampleExport.write(exports);
        Path shop = workspace.emptyDirectory("shop");
        SampleExport.writeShop(shop);
        Folders.copy(shop, exports);
        platform.standIn.control().exportFrom(exports);
        return new TwoSources(platform, workspace, environments);
    }

    void takeSnapshots() {
        environment
                .sources()
                .forEach(source -> platform.standIn.control().takeSnapshot(source, snapshotTime));
    }

    /** Somebody in the account exports as many older snapshots as RDS runs at once. */
    void occupyEveryExportOf(Source source) {
        String key = quarantineKey();
        try (RdsClient rds = platform.clients.assuming(names.callerRoleArn(source)).rds()) {
            for (int i = 1; i <= EXPORTS_PER_ACCOUNT; i++) {
                String snapshot =
                        platform.standIn
                                .control()
                                .takeSnapshot(source, snapshotTime.minus(i, ChronoUnit.HOURS));
                String name = "somebody-" + i;
                rds.startExportTask(
                        r ->
                                r.exportTaskIdentifier(name)
                                        .sourceArn(snapshot)
                                        .s3BucketName(names.quarantineBucket())
                                        .s3Prefix("somebody")
                                        .iamRoleArn(names.exportRoleArn(source))
                                        .kmsKeyId(key));
            }
        }
    }

    NightlyRun machine(Source source) {
        return new NightlyRun(platform.clients.stepFunctions(), names, source);
    }

    List<String> views(Source source) {
        return platform.tables(names.publishedDatabase(source));
    }

    Analyst analyst(Source source) {
        return Analyst.of(platform.clients, names, names.publishedDatabase(source));
    }

    Reports reports(Source source) {
        return new Reports(platform.clients.s3(), names, source);
    }

    private String quarantineKey() {
        return platform.clients
                .s3()
                .getBucketEncryption(r -> r.bucket(names.quarantineBucket()))
                .serverSideEncryptionConfiguration()
                .rules()
                .get(0)
                .applyServerSideEncryptionByDefault()
                .kmsMasterKeyID();
    }

    private static void configure(Path shipped, Path target) {
        try {
            SmallEnvironment.write(shipped, target);
            Path folder = Files.move(target.resolve("local"), target.resolve(NAME));
            Path file = folder.resolve("platform.yaml");
            Map<String, Object> platform = YAML.readValue(file.toFile(), MAP);
            Map<Object, Object> learning =
                    new LinkedHashMap<>((Map<?, ?>) ((List<?>) platform.get("sources")).get(0));
            learning.put("account", LEARNING_ACCOUNT);
            platform.put("sources", List.of(learning, YAML.readValue(SHOP, MAP)));
            platform.put("budget", Map.of("exceedBecause", "Two sources cost more than one."));
            YAML.writeValue(file.toFile(), platform);
            Files.writeString(folder.resolve("masking/shop.yaml"), SHOP_MASKING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }
}
