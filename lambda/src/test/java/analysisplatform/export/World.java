package analysisplatform.export;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.ExportTask;
import software.amazon.awssdk.services.rds.model.StartExportTaskRequest;

/** The function between fakes of its three services, asked and answered in JSON. */
final class World {

    static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");
    static final String BUCKET = "acme-dev-quarantine-111111111111-ap-northeast-1";
    static final String PREFIX = "exports/shop";

    final FakeSts sts = new FakeSts();
    final FakeRds rds = new FakeRds();
    final FakeS3 s3 = new FakeS3();
    final List<String> log = new ArrayList<>();
    final List<String> rdsCredentials = new ArrayList<>();
    final List<String> clients = new ArrayList<>();

    private final ExportFunction function =
            new ExportFunction(
                    new Aws(
                            () -> made("sts", sts),
                            () -> made("s3", s3),
                            (region, credentials) -> {
                                rdsCredentials.add(
                                        region
                                                + " "
                                                + credentials.resolveCredentials().accessKeyId());
                                return made("rds", rds);
                            }),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    Map<String, Object> ask(Map<String, Object> request) {
        return ask(Json.write(request));
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> ask(String request) {
        return (Map<String, Object>) Json.parse(askRaw(request)).orElseThrow();
    }

    String askRaw(String request) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)),
                    output,
                    context());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    static Map<String, Object> source() {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("name", "shop");
        source.put("account", "222222222222");
        source.put("region", "ap-northeast-1");
        source.put("kind", "INSTANCE");
        source.put("identifier", "shop-db");
        source.put("maxSnapshotAgeHours", 26);
        return source;
    }

    static Map<String, Object> startExport() {
        Map<String, Object> request = caller("StartExport");
        request.put("exportOnly", List.of("shop.public.users", "shop.public.orders"));
        request.put("exportRoleArn", "arn:aws:iam::222222222222:role/acme-dev-shop-export");
        request.put("bucket", BUCKET);
        request.put("prefix", PREFIX);
        request.put("kmsKeyArn", "arn:aws:kms:ap-northeast-1:111111111111:key/1234");
        request.put("policyVersion", "0a1b2c3d");
        request.put("publishedRun", "");
        return request;
    }

    static Map<String, Object> checkExport(String exportId) {
        Map<String, Object> request = caller("CheckExport");
        request.put("exportId", exportId);
        request.put("bucket", BUCKET);
        request.put("prefix", PREFIX);
        request.put("database", "shop");
        request.put("tables", List.of(table("users"), table("orders")));
        return request;
    }

    static Map<String, Object> cleanUp(String prefix) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("step", "CleanUp");
        request.put("bucket", BUCKET);
        request.put("prefix", prefix);
        return request;
    }

    /** With what RDS is asked whether an export still runs. */
    static Map<String, Object> cleanUpWithAccess() {
        Map<String, Object> request = caller("CleanUp");
        request.put("bucket", BUCKET);
        request.put("prefix", PREFIX);
        return request;
    }

    static Map<String, Object> table(String name) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("name", "public." + name);
        table.put("folder", "public." + name);
        table.put("manifestTarget", "shop.public." + name);
        table.put("rawName", "public_" + name);
        table.put("publishedName", name);
        return table;
    }

    static DBSnapshot snapshot(String time) {
        return automated(time, Instant.parse(time), "available");
    }

    static DBSnapshot automated(String name, Instant time, String status) {
        return DBSnapshot.builder()
                .dbInstanceIdentifier("shop-db")
                .dbSnapshotArn(snapshotArn(name))
                .snapshotType("automated")
                .snapshotCreateTime(time)
                .status(status)
                .build();
    }

    static String snapshotArn(String name) {
        return "arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:shop-db-"
                + name.replace(':', '-');
    }

    /** The identifier that the function gives to an export of this snapshot. */
    static String exportId(String time, int attempt) {
        return Identifiers.exportId(
                "shop", new Snapshot(snapshotArn(time), Instant.parse(time)), attempt);
    }

    ExportTask.Builder task(String exportId, String status) {
        return FakeRds.task(
                StartExportTaskRequest.builder()
                        .exportTaskIdentifier(exportId)
                        .s3BucketName(BUCKET)
                        .s3Prefix(PREFIX)
                        .exportOnly("shop.public.users", "shop.public.orders")
                        .build(),
                status)
                .toBuilder();
    }

    void add(ExportTask task) {
        rds.tasks.put(task.exportTaskIdentifier(), task);
    }

    /** What a complete export of the two tables leaves in the bucket. */
    void exported(String exportId) {
        String export = PREFIX + "/" + exportId + "/";
        s3.objects.put(
                export + "export_info_" + exportId + ".json",
                "{\"status\": \"COMPLETE\", \"totalExportedDataInGB\": 1.5}");
        s3.objects.put(tablesInfo(exportId, 1), "{\"perTableStatus\": [" + line("users") + "]}");
        s3.objects.put(tablesInfo(exportId, 2), "{\"perTableStatus\": [" + line("orders") + "]}");
        for (String table : List.of("users", "orders")) {
            String folder = export + "shop/public." + table + "/1/";
            s3.objects.put(folder + "_SUCCESS", "");
            s3.objects.put(folder + "part-00000.gz.parquet", "PAR1");
        }
    }

    static String tablesInfo(String exportId, int number) {
        return "%s/%s/export_tables_info_%s_from_%d_to_%d.json"
                .formatted(PREFIX, exportId, exportId, number, number);
    }

    static String line(String table) {
        return "{\"target\": \"shop.public." + table + "\", \"status\": \"COMPLETE\"}";
    }

    private static Map<String, Object> caller(String step) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("step", step);
        request.put("source", source());
        request.put("callerRoleArn", "arn:aws:iam::222222222222:role/acme-dev-shop-caller");
        request.put("externalId", "acme-dev-shop");
        return request;
    }

    private <T> T made(String name, T client) {
        clients.add(name);
        return client;
    }

    private Context context() {
        return new Context() {
            @Override
            public String getAwsRequestId() {
                return "request-1";
            }

            @Override
            public String getLogGroupName() {
                return "group";
            }

            @Override
            public String getLogStreamName() {
                return "stream";
            }

            @Override
            public String getFunctionName() {
                return "acme-dev-export";
            }

            @Override
            public String getFunctionVersion() {
                return "1";
            }

            @Override
            public String getInvokedFunctionArn() {
                return "arn:aws:lambda:ap-northeast-1:111111111111:function:acme-dev-export";
            }

            @Override
            public CognitoIdentity getIdentity() {
                return null;
            }

            @Override
            public ClientContext getClientContext() {
                return null;
            }

            @Override
            public int getRemainingTimeInMillis() {
                return 900_000;
            }

            @Override
            public int getMemoryLimitInMB() {
                return 512;
            }

            @Override
            public LambdaLogger getLogger() {
                return new LambdaLogger() {
                    @Override
                    public void log(String message) {
                        log.add(message);
                    }

                    @Override
                    public void log(byte[] message) {
                        log.add(new String(message, StandardCharsets.UTF_8));
                    }
                };
            }
        };
    }
}
