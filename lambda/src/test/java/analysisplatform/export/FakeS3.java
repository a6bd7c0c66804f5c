package analysisplatform.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One versioned bucket, with pages of two elements. */
final class FakeS3 implements S3Client {

    private static final int PAGE = 2;

    final TreeMap<String, String> objects = new TreeMap<>();

    /** Earlier versions and delete markers, as {@code key@version}. */
    final TreeMap<String, Boolean> history = new TreeMap<>();

    final Map<String, RuntimeException> failures = new HashMap<>();
    final Map<String, String> undeletable = new HashMap<>();
    final Set<String> read = new HashSet<>();

    /** As {@code name=value}, by key. */
    final Map<String, List<String>> tags = new HashMap<>();

    final Map<String, PutObjectRequest> written = new HashMap<>();

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        fail("listObjectsV2");
        List<String> matching =
                objects.keySet().stream()
                        .filter(key -> key.startsWith(request.prefix()))
                        .filter(
                                key ->
                                        request.delimiter() == null
                                                || !key.substring(request.prefix().length())
                                                        .contains(request.delimiter()))
                        .toList();
        int from =
                request.continuationToken() == null
                        ? 0
                        : Integer.parseInt(request.continuationToken());
        int to = Math.min(from + PAGE, matching.size());
        return ListObjectsV2Response.builder()
                .contents(
                        matching.subList(from, to).stream()
                                .map(
                                        key ->
                                                S3Object.builder()
                                                        .key(key)
                                                        .size((long) objects.get(key).length())
                                                        .build())
                                .toList())
                .isTruncated(to < matching.size())
                .nextContinuationToken(to < matching.size() ? String.valueOf(to) : null)
                .build();
    }

    @Override
    public <T> T getObject(
            GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        fail("getObject");
        read.add(request.key());
        if (!objects.containsKey(request.key())) {
            throw refusal(404, "NoSuchKey");
        }
        byte[] bytes = objects.get(request.key()).getBytes(StandardCharsets.UTF_8);
        try {
            return transformer.transform(
                    GetObjectResponse.builder().contentLength((long) bytes.length).build(),
                    AbortableInputStream.create(new ByteArrayInputStream(bytes)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        fail("putObject");
        fail("putObject " + request.key());
        if ("*".equals(request.ifNoneMatch()) && objects.containsKey(request.key())) {
            throw refusal(412, "PreconditionFailed");
        }
        try (InputStream content = body.contentStreamProvider().newStream()) {
            objects.put(request.key(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.put(request.key(), request);
        return PutObjectResponse.builder().eTag("etag").build();
    }

    @Override
    public PutObjectTaggingResponse putObjectTagging(PutObjectTaggingRequest request) {
        fail("putObjectTagging " + request.key());
        if (!objects.containsKey(request.key())) {
            throw refusal(404, "NoSuchKey");
        }
        tags.put(
                request.key(),
                request.tagging().tagSet().stream()
                        .map(tag -> tag.key() + "=" + tag.value())
                        .toList());
        return PutObjectTaggingResponse.builder().build();
    }

    @Override
    public ListObjectVersionsResponse listObjectVersions(ListObjectVersionsRequest request) {
        fail("listObjectVersions");
        List<String> all = new ArrayList<>(history.keySet());
        objects.keySet().forEach(key -> all.add(key + "@now"));
        List<String> matching =
                all.stream()
                        .sorted()
                        .filter(entry -> entry.startsWith(request.prefix()))
                        .filter(
                                entry ->
                                        request.keyMarker() == null
                                                || entry.compareTo(marker(request)) > 0)
                        .toList();
        if (request.keyMarker() != null && !all.contains(marker(request))) {
            throw new IllegalArgumentException("The list changed while it was paged through.");
        }
        List<String> page = matching.subList(0, Math.min(PAGE, matching.size()));
        boolean more = matching.size() > PAGE;
        return ListObjectVersionsResponse.builder()
                .versions(page.stream().filter(e -> !isDeletion(e)).map(FakeS3::version).toList())
                .deleteMarkers(
                        page.stream().filter(this::isDeletion).map(FakeS3::deletion).toList())
                .isTruncated(more)
                .nextKeyMarker(more ? key(page.get(PAGE - 1)) : null)
                .nextVersionIdMarker(more ? versionId(page.get(PAGE - 1)) : null)
                .build();
    }

    @Override
    public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
        fail("deleteObjects");
        if (request.delete().objects().isEmpty() || request.delete().objects().size() > 1000) {
            throw new IllegalArgumentException("S3 deletes 1 to 1000 objects at once.");
        }
        List<S3Error> errors = new ArrayList<>();
        for (ObjectIdentifier object : request.delete().objects()) {
            if (undeletable.containsKey(object.key())) {
                errors.add(
                        S3Error.builder()
                                .key(object.key())
                                .code(undeletable.get(object.key()))
                                .message("AWS says no.")
                                .build());
            } else if ("now".equals(object.versionId())) {
                objects.remove(object.key());
            } else {
                history.remove(object.key() + "@" + object.versionId());
            }
        }
        return DeleteObjectsResponse.builder().errors(errors).build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private static AwsServiceException refusal(int status, String code) {
        return S3Exception.builder()
                .statusCode(status)
                .awsErrorDetails(
                        AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage("AWS says no.")
                                .build())
                .build();
    }

    private static String marker(ListObjectVersionsRequest request) {
        return request.keyMarker() + "@" + request.versionIdMarker();
    }

    private boolean isDeletion(String entry) {
        return Boolean.TRUE.equals(history.get(entry));
    }

    private static ObjectVersion version(String entry) {
        return ObjectVersion.builder().key(key(entry)).versionId(versionId(entry)).build();
    }

    private static DeleteMarkerEntry deletion(String entry) {
        return DeleteMarkerEntry.builder().key(key(entry)).versionId(versionId(entry)).build();
    }

    private static String key(String entry) {
        return entry.substring(0, entry.lastIndexOf('@'));
    }

    private static String versionId(String entry) {
        return entry.substring(entry.lastIndexOf('@') + 1);
    }

    private void fail(String operation) {
        if (failures.containsKey(operation)) {
            throw failures.get(operation);
        }
    }
}
