package analysisplatform.export;

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

/** All versions of the objects below a place: otherwise deleted data would live on. */
final class ObjectVersions {

    /** Objects per request; S3 API reference, DeleteObjects. */
    private static final int MAX_DELETED = 1000;

    private final S3Client s3;
    private final Location location;

    ObjectVersions(S3Client s3, Location location) {
        this.s3 = s3;
        this.location = location;
    }

    /** How many were deleted, which is all of them. */
    long delete(List<ObjectIdentifier> objects) {
        for (int from = 0; from < objects.size(); from += MAX_DELETED) {
            deleteAtOnce(objects.subList(from, Math.min(from + MAX_DELETED, objects.size())));
        }
        return objects.size();
    }

    /** The whole list comes first: its pages would shift below a deletion. */
    List<ObjectIdentifier> list() {
        ListObjectVersionsRequest request =
                ListObjectVersionsRequest.builder()
                        .bucket(location.bucket())
                        .prefix(location.folder())
                        .build();
        List<ObjectIdentifier> listed = new ArrayList<>();
        ListObjectVersionsResponse page;
        do {
            page = page(request);
            identifiers(page).forEach(listed::add);
            request =
                    request.toBuilder()
                            .keyMarker(page.nextKeyMarker())
                            .versionIdMarker(page.nextVersionIdMarker())
                            .build();
        } while (Boolean.TRUE.equals(page.isTruncated()));
        return listed;
    }

    private ListObjectVersionsResponse page(ListObjectVersionsRequest request) {
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

    private void deleteAtOnce(List<ObjectIdentifier> objects) {
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
