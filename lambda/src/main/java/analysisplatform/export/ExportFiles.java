package analysisplatform.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Looks at the files of one export; of their contents only at RDS' own manifest. */
final class ExportFiles {

    /**
     * What the folder of a table holds. An empty table has only RDS' end mark; a folder without
     * either was not exported.
     *
     * @param files Parquet objects, whose total size is {@code bytes}
     * @param endMark whether RDS marked the end of at least one batch
     */
    record Content(long files, long bytes, boolean endMark) {

        boolean hasRows() {
            return files > 0;
        }

        boolean isNothing() {
            return files == 0 && !endMark;
        }
    }

    private static final String INFO = "export_info_";

    private final S3Client s3;
    private final Location export;

    ExportFiles(S3Client s3, Location export) {
        this.s3 = s3;
        this.export = export;
    }

    /** Whether the manifest, which RDS writes last, is still there. */
    boolean complete(String exportId) {
        String key = infoKey(exportId);
        return page(request(key).maxKeys(1).build()).contents().stream()
                .anyMatch(object -> key.equals(object.key()));
    }

    Manifest manifest(String exportId) {
        Optional<String> info = Optional.empty();
        List<String> tables = new ArrayList<>();
        String tablesKey = export.folder() + "export_tables_info_" + exportId;
        for (String key : keysBesideTables()) {
            if (key.equals(infoKey(exportId))) {
                info = Optional.of(read(key));
            } else if (key.startsWith(tablesKey) && key.endsWith(".json")) {
                tables.add(read(key));
            }
        }
        return Manifest.parse(info, tables);
    }

    /** Whether an object is the manifest without which no export counts as complete. */
    static boolean isManifest(String key) {
        return key.substring(key.lastIndexOf('/') + 1).startsWith(INFO);
    }

    /** Rows may lie in any numbered folder. */
    Content content(Location table) {
        long files = 0;
        long bytes = 0;
        boolean endMark = false;
        for (S3Object object : objects(request(table.folder()).build())) {
            if (object.key().endsWith(".parquet")) {
                files++;
                bytes += object.size();
            }
            endMark |= object.key().endsWith("/_SUCCESS");
        }
        return new Content(files, bytes, endMark);
    }

    private List<String> keysBesideTables() {
        return objects(request(export.folder()).delimiter("/").build()).stream()
                .map(S3Object::key)
                .toList();
    }

    private List<S3Object> objects(ListObjectsV2Request first) {
        ListObjectsV2Request request = first;
        List<S3Object> objects = new ArrayList<>();
        ListObjectsV2Response page;
        do {
            page = page(request);
            objects.addAll(page.contents());
            request = request.toBuilder().continuationToken(page.nextContinuationToken()).build();
        } while (Boolean.TRUE.equals(page.isTruncated()));
        return objects;
    }

    private String infoKey(String exportId) {
        return export.folder() + INFO + exportId + ".json";
    }

    private ListObjectsV2Request.Builder request(String prefix) {
        return ListObjectsV2Request.builder().bucket(export.bucket()).prefix(prefix);
    }

    private ListObjectsV2Response page(ListObjectsV2Request request) {
        return AwsCall.attempt(
                "list s3://" + request.bucket() + "/" + request.prefix(),
                () -> s3.listObjectsV2(request));
    }

    private String read(String key) {
        return AwsCall.attempt(
                "read s3://" + export.bucket() + "/" + key,
                () ->
                        s3.getObjectAsBytes(request -> request.bucket(export.bucket()).key(key))
                                .asUtf8String());
    }
}
