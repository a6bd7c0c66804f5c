package analysisplatform.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeExportTasksRequest;
import software.amazon.awssdk.services.rds.model.DescribeExportTasksResponse;
import software.amazon.awssdk.services.rds.model.ExportTask;
import software.amazon.awssdk.services.rds.model.ExportTaskAlreadyExistsException;
import software.amazon.awssdk.services.rds.model.ExportTaskNotFoundException;
import software.amazon.awssdk.services.rds.model.StartExportTaskRequest;
import software.amazon.awssdk.services.rds.model.StartExportTaskResponse;

/** RDS of one account, with pages of two elements: what is not paged through is not seen. */
final class FakeRds implements RdsClient {

    private static final int PAGE = 2;

    final List<DBSnapshot> snapshots = new ArrayList<>();
    final List<DBClusterSnapshot> clusterSnapshots = new ArrayList<>();
    final Map<String, ExportTask> tasks = new LinkedHashMap<>();
    final List<StartExportTaskRequest> started = new ArrayList<>();
    final List<DescribeExportTasksRequest> taskQueries = new ArrayList<>();
    final Map<String, RuntimeException> failures = new HashMap<>();

    /** Happens between the look for a task and the start of one. */
    Runnable beforeStart = () -> {};

    boolean closed;

    @Override
    public DescribeDbSnapshotsResponse describeDBSnapshots(DescribeDbSnapshotsRequest request) {
        fail("describeDBSnapshots");
        List<DBSnapshot> matching =
                snapshots.stream()
                        .filter(
                                s ->
                                        request.dbInstanceIdentifier()
                                                .equals(s.dbInstanceIdentifier()))
                        .filter(s -> request.snapshotType().equals(s.snapshotType()))
                        .toList();
        int from = from(request.marker());
        return DescribeDbSnapshotsResponse.builder()
                .dbSnapshots(page(matching, from))
                .marker(marker(matching, from))
                .build();
    }

    @Override
    public DescribeDbClusterSnapshotsResponse describeDBClusterSnapshots(
            DescribeDbClusterSnapshotsRequest request) {
        fail("describeDBClusterSnapshots");
        List<DBClusterSnapshot> matching =
                clusterSnapshots.stream()
                        .filter(s -> request.dbClusterIdentifier().equals(s.dbClusterIdentifier()))
                        .filter(s -> request.snapshotType().equals(s.snapshotType()))
                        .toList();
        int from = from(request.marker());
        return DescribeDbClusterSnapshotsResponse.builder()
                .dbClusterSnapshots(page(matching, from))
                .marker(marker(matching, from))
                .build();
    }

    @Override
    public DescribeExportTasksResponse describeExportTasks(DescribeExportTasksRequest request) {
        fail("describeExportTasks");
        taskQueries.add(request);
        String wanted = request.exportTaskIdentifier();
        if (wanted != null) {
            if (!tasks.containsKey(wanted)) {
                throw refusal(ExportTaskNotFoundException.builder(), "ExportTaskNotFound");
            }
            return DescribeExportTasksResponse.builder().exportTasks(tasks.get(wanted)).build();
        }
        List<ExportTask> all = List.copyOf(tasks.values());
        int from = from(request.marker());
        return DescribeExportTasksResponse.builder()
                .exportTasks(page(all, from))
                .marker(marker(all, from))
                .build();
    }

    @Override
    public StartExportTaskResponse startExportTask(StartExportTaskRequest request) {
        beforeStart.run();
        fail("startExportTask");
        if (tasks.containsKey(request.exportTaskIdentifier())) {
            throw refusal(ExportTaskAlreadyExistsException.builder(), "ExportTaskAlreadyExists");
        }
        started.add(request);
        tasks.put(request.exportTaskIdentifier(), task(request, "STARTING"));
        return StartExportTaskResponse.builder()
                .exportTaskIdentifier(request.exportTaskIdentifier())
                .build();
    }

    static ExportTask task(StartExportTaskRequest request, String status) {
        return ExportTask.builder()
                .exportTaskIdentifier(request.exportTaskIdentifier())
                .sourceArn(request.sourceArn())
                .s3Bucket(request.s3BucketName())
                .s3Prefix(request.s3Prefix())
                .exportOnly(request.exportOnly())
                .status(status)
                .percentProgress(0)
                .build();
    }

    static AwsServiceException refusal(AwsServiceException.Builder exception, String code) {
        return exception
                .statusCode(400)
                .awsErrorDetails(
                        AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage("AWS says no.")
                                .build())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void fail(String operation) {
        if (failures.containsKey(operation)) {
            throw failures.get(operation);
        }
    }

    private static int from(String marker) {
        return marker == null ? 0 : Integer.parseInt(marker);
    }

    private static <T> List<T> page(List<T> all, int from) {
        return all.subList(from, Math.min(from + PAGE, all.size()));
    }

    private static String marker(List<?> all, int from) {
        return from + PAGE < all.size() ? String.valueOf(from + PAGE) : null;
    }
}
