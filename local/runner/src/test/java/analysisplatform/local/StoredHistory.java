package analysisplatform.local;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The KPI history of the stand-in as if there had been some number of nights, each like the newest
 * one; closing it brings back what was there.
 */
final class StoredHistory implements AutoCloseable {

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final Map<String, byte[]> before = new LinkedHashMap<>();
    private final byte[] night;

    StoredHistory(DeployedPlatform platform) {
        s3 = platform.clients.s3();
        bucket = platform.names.maskedBucket();
        prefix = platform.names.kpiHistoryPrefix(platform.source) + "/";
        keys().forEach(key -> before.put(key, bytes(key)));
        List<String> keys = new ArrayList<>(before.keySet());
        night = before.get(keys.get(keys.size() - 1));
    }

    int bytesOfANight() {
        return night.length;
    }

    void becomes(int nights) {
        keys().forEach(this::delete);
        YearMonth newest = YearMonth.now(ZoneOffset.UTC);
        for (int night = 0; night < nights; night++) {
            String month = newest.minusMonths(night / 30).toString();
            put(prefix + "month=" + month + "/night" + night + "/night.parquet", this.night);
        }
    }

    @Override
    public void close() {
        keys().forEach(this::delete);
        before.forEach(this::put);
    }

    private List<String> keys() {
        return s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private byte[] bytes(String key) {
        return s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArray();
    }

    private void put(String key, byte[] bytes) {
        s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    private void delete(String key) {
        s3.deleteObject(r -> r.bucket(bucket).key(key));
    }
}
