package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

class AwsErrorsTest {

    private final World world = new World();

    @ParameterizedTest
    @CsvSource({
        "ExportTaskAlreadyExists, ExportLimitReached",
        "ExportTaskLimitReachedFault, ExportLimitReached",
        "ExportQuotaExceeded, ExportLimitReached",
        "InvalidExportOnly, InvalidRequest",
        "InvalidParameterValue, InvalidRequest",
        "InvalidExportSourceState, SnapshotNotFound",
        "DBSnapshotNotFound, SnapshotNotFound",
        "DBClusterSnapshotNotFoundFault, SnapshotNotFound",
        "IamRoleNotFound, RoleNotReady",
        "IamRoleMissingPermissions, AccessRefused",
        "InvalidS3BucketFault, AccessRefused",
        "KMSKeyNotAccessibleFault, AccessRefused",
        "AccessDenied, AccessRefused",
        "Throttling, ServiceUnavailable",
        "ThrottlingException, ServiceUnavailable",
        "RequestLimitExceeded, ServiceUnavailable",
        "InternalFailure, ServiceUnavailable",
    })
    void namesTheFailureOfAStart(String code, String exception) {
        world.rds.snapshots.add(World.snapshot("2026-03-02T18:05:09Z"));
        world.rds.failures.put("startExportTask", FakeRds.refusal(RdsException.builder(), code));

        assertThatThrownBy(() -> world.ask(World.startExport()))
                .hasMessageContaining(World.snapshotArn("2026-03-02T18:05:09Z"))
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(exception));
    }

    @Test
    void namesTheRoleThatCannotBeAssumed() {
        world.sts.failure = FakeRds.refusal(StsException.builder(), "AccessDenied");

        assertThatThrownBy(() -> world.ask(World.startExport()))
                .isInstanceOf(AccessRefused.class)
                .hasMessageStartingWith(
                        "Could not assume role"
                                + " arn:aws:iam::222222222222:role/acme-dev-shop-caller:"
                                + " AccessDenied: AWS says no. ");
    }

    @Test
    void namesTheDatabaseWhoseSnapshotsCannotBeListed() {
        world.rds.failures.put(
                "describeDBSnapshots",
                FakeRds.refusal(RdsException.builder(), "DBInstanceNotFound"));

        assertThatThrownBy(() -> world.ask(World.startExport()))
                .isInstanceOf(SnapshotNotFound.class)
                .hasMessageContaining("DB instance shop-db")
                .hasMessageContaining("Check the kind and the identifier");
    }

    @Test
    void namesTheExportThatCannotBeDescribed() {
        world.rds.failures.put(
                "describeExportTasks", FakeRds.refusal(RdsException.builder(), "AccessDenied"));

        assertThatThrownBy(() -> world.ask(World.checkExport("shop-1")))
                .isInstanceOf(AccessRefused.class)
                .hasMessageStartingWith("Could not describe export shop-1: AccessDenied");
    }

    @Test
    void namesTheManifestThatCannotBeDecrypted() {
        world.add(world.task("shop-1", "COMPLETE").build());
        world.exported("shop-1");
        world.s3.failures.put(
                "getObject", FakeRds.refusal(S3Exception.builder(), "KMS.DisabledException"));

        assertThatThrownBy(() -> world.ask(World.checkExport("shop-1")))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("export_info_shop-1.json")
                .hasMessageContaining("Check that the key is enabled");
    }

    @Test
    void namesTheFolderThatCannotBeListed() {
        world.add(world.task("shop-1", "COMPLETE").build());
        world.s3.failures.put(
                "listObjectsV2", FakeRds.refusal(S3Exception.builder(), "AccessDenied"));

        assertThatThrownBy(() -> world.ask(World.checkExport("shop-1")))
                .isInstanceOf(AccessRefused.class)
                .hasMessageContaining("list s3://" + World.BUCKET + "/exports/shop/shop-1/");
    }

    @Test
    void triesAgainWhenTheNetworkFails() {
        world.sts.failure =
                SdkClientException.create("Connection reset", new IOException("Connection reset"));

        assertThatThrownBy(() -> world.ask(World.startExport()))
                .isInstanceOf(ServiceUnavailable.class)
                .hasMessageContaining("Connection reset");
    }

    @ParameterizedTest
    @CsvSource({
        "500, ServiceUnavailable",
        "503, ServiceUnavailable",
        "429, ServiceUnavailable",
        "401, AccessRefused",
        "403, AccessRefused",
        "400, InvalidRequest",
        "404, InvalidRequest",
    })
    void judgesAnUnknownCodeByItsStatus(int status, String exception) {
        AwsServiceException error =
                RdsException.builder()
                        .statusCode(status)
                        .awsErrorDetails(AwsErrorDetails.builder().errorCode("New").build())
                        .build();

        assertThat(AwsErrors.translate("do it", error).getClass().getSimpleName())
                .isEqualTo(exception);
    }

    @Test
    void showsTheStatusOfAnAnswerWithoutACode() {
        AwsServiceException error =
                RdsException.builder()
                        .statusCode(502)
                        .awsErrorDetails(AwsErrorDetails.builder().build())
                        .build();

        assertThat(AwsErrors.translate("do it", error))
                .isInstanceOf(ServiceUnavailable.class)
                .hasMessageStartingWith("Could not do it: HTTP 502: ");
        assertThat(AwsErrors.translate("do it", RdsException.builder().statusCode(403).build()))
                .isInstanceOf(AccessRefused.class)
                .hasMessageStartingWith("Could not do it: HTTP 403: ");
    }

    @Test
    void keepsTheErrorOfAwsAsCause() {
        AwsServiceException error = FakeRds.refusal(RdsException.builder(), "AccessDenied");

        assertThat(AwsErrors.translate("do it", error)).hasCause(error);
    }

    @Test
    void tableHoldsEveryErrorThatTheCalledOperationsDeclare() {
        Set<String> declared = new TreeSet<>();
        declared.addAll(
                declared(
                        RdsClient.class,
                        "describeDBSnapshots",
                        "describeDBClusterSnapshots",
                        "describeExportTasks",
                        "startExportTask"));
        declared.addAll(declared(StsClient.class, "assumeRole"));
        declared.addAll(
                declared(
                        S3Client.class,
                        "listObjectsV2",
                        "listObjectVersions",
                        "getObject",
                        "putObjectTagging",
                        "deleteObjects"));

        Set<String> known = new TreeSet<>();
        AwsErrors.codes().forEach(code -> known.add(stem(code)));

        assertThat(declared).hasSizeGreaterThan(10);
        assertThat(known).containsAll(declared);
    }

    private static List<String> declared(Class<?> client, String... operations) {
        return Arrays.stream(client.getMethods())
                .filter(method -> List.of(operations).contains(method.getName()))
                .map(Method::getExceptionTypes)
                .flatMap(Arrays::stream)
                .filter(AwsServiceException.class::isAssignableFrom)
                .filter(type -> type.getPackageName().endsWith(".model"))
                .filter(type -> type.getSuperclass() != AwsServiceException.class)
                .map(type -> stem(type.getSimpleName()))
                .toList();
    }

    /** The SDK's class is named like the code, but for case and ending. */
    private static String stem(String name) {
        return name.replaceFirst("(Exception|Fault)+$", "").toLowerCase(Locale.ROOT);
    }
}
