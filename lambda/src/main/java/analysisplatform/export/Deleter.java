package analysisplatform.export;

import analysisplatform.export.Request.CleanUp;
import analysisplatform.export.Request.DeleteRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Deletes whole folders with all their versions: otherwise deleted data would live on. */
final class Deleter {

    /** Objects per request; S3 API reference, DeleteObjects. */
    private static final int MAX_DELETED = 1000;

    private final Aws aws;

    Deleter(Aws aws) {
        this.aws = aws;
    }

    Answer answer(CleanUp request) {
        String kept =
                request.keepExportId().map(id -> request.exports().below(id).folder()).orElse(null);
        return new Answer.Deleted(delete(request.exports(), kept));
    }

    Answer answer(DeleteRun request) {
        if (request.keep().contains(request.runId())) {
            throw new RunIsPublished(
                    "Run %s below %s is published or the one to roll back to; it is not deleted."
                            .formatted(request.runId(), request.masked().uri()));
        }
        return new Answer.Deleted(delete(request.masked().below(request.runId()), null));
    }

    private long delete(Location location, String kept) {
        S3Client s3 = aws.s3();
        List<ObjectIdentifier> doomed =
                listed(s3, location).stream()
                        .filter(object -> kept == null || !object.key().startsWith(kept))
                        .toList();
        for (int from = 0; from < doomed.size(); from += MAX_DELETED) {
            int to = Math.min(from + MAX_DELETED, doomed.size());
            deleteAll(s3, location, doomed.subList(from, to));
        }
        return doomed.size();
    }

    /** The whole list comes first: its pages would shift below a deletion. */
    private static List<ObjectIdentifier> listed(S3Client s3, Location location) {
        ListObjectVersionsRequest request =
                ListObjectVersionsRequest.builder()
                        .bucket(location.bucket())
                        .prefix(location.folder())
                        .build();
        List<ObjectIdentifier> listed = new ArrayList<>();
        ListObjectVersionsResponse page;
        do {
            page = page(s3, request);
            identifiers(page).forEach(listed::add);
            request =
                    request.toBuilder()
                            .keyMarker(page.nextKeyMarker())
                            .versionIdMarker(page.nextVersionIdMarker())
                            .build();
        } while (Boolean.TRUE.equals(page.isTruncated()));
        return listed;
    }

    private static ListObjectVersionsResponse page(S3Client s3, ListObjectVersionsRequest request) {
        return AwsCall.attempt(
                "list the versions below s3://" + request.bucket() + "/" + request.prefix(),
                () -> s3.listObjectVersions(request));
    }

    private static Stream<ObjectIdentifier> identifiers(ListObjectVersionsResponse page) {
        return Stream.concat(
                page.versions().stream().map(v -> identifier(v.key(), v.versionId())),
                page.deleteMarkers().stream().map(m -> identifier(m.key(), m.versionId())));
    }

    private static ObjectIdentifier identifier(String key, String versionId) {
        return ObjectIdentifier.builder().key(key).versionId(versionId).build();
    }

    private static void deleteAll(S3Client s3, Location location, List<ObjectIdentifier> objects) {
        String action = "delete objects below " + location.uri();
        DeleteObjectsRequest request =
                DeleteObjectsRequest.builder()
                        .bucket(location.bucket())
                        .delete(delete -> delete.objects(objects).quiet(true))
                        .build();
        DeleteObjectsResponse response = AwsCall.attempt(action, () -> s3.deleteObjects(request));
        if (!response.errors().isEmpty()) {
            S3Error first = response.errors().get(0);
            throw AwsErrors.translate(
                    "%s (%d of %d failed, first %s)"
                            .formatted(
                                    action, response.errors().size(), objects.size(), first.key()),
                    String.valueOf(first.code()),
                    String.valueOf(first.message()));
        }
    }
}
