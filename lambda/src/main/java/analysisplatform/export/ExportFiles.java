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

    /** What the folder of a table holds. */
    enum Content {
        ROWS,
        NO_ROWS,
        NOTHING
    }

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

    /** An empty table has only RDS' end mark; rows may lie in any numbered folder. */
    Content content(Location table) {
        ListObjectsV2Request request = request(table.folder()).build();
        Content content = Content.NOTHING;
        ListObjectsV2Response page;
        do {
            page = page(request);
            for (S3Object object : page.contents()) {
                if (object.key().endsWith(".parquet")) {
                    return Content.ROWS;
                }
                if (object.key().endsWith("/_SUCCESS")) {
                    content = Content.NO_ROWS;
                }
            }
            request = request.toBuilder().continuationToken(page.nextContinuationToken()).build();
        } while (Boolean.TRUE.equals(page.isTruncated()));
        return content;
    }

    private List<String> keysBesideTables() {
        ListObjectsV2Request request = request(export.folder()).delimiter("/").build();
        List<String> keys = new ArrayList<>();
        ListObjectsV2Response page;
        do {
            page = page(request);
            page.contents().forEach(object -> keys.add(object.key()));
            request = request.toBuilder().continuationToken(page.nextContinuationToken()).build();
        } while (Boolean.TRUE.equals(page.isTruncated()));
        return keys;
    }

    private String infoKey(String exportId) {
        return export.folder() + "export_info_" + exportId + ".json";
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
