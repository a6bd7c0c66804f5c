package analysisplatform.engine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Settings of Trino's Hive connector, so that it behaves as Athena does. */
final class HiveProperties {

    private HiveProperties() {}

    static Map<String, String> onAws(EngineConfig config) {
        String endpoint = config.endpoint().toString();
        Map<String, String> properties = common();
        properties.put("hive.metastore", "glue");
        properties.put("hive.metastore.glue.region", config.region());
        properties.put("hive.metastore.glue.endpoint-url", endpoint);
        properties.put("hive.metastore.glue.aws-access-key", "test");
        properties.put("hive.metastore.glue.aws-secret-key", "test");
        // Athena computes folders from a table's properties; only its own catalogue has such.
        properties.put("hive.partition-projection-enabled", "true");
        properties.put("hive.s3.endpoint", endpoint);
        properties.put("hive.s3.region", config.region());
        properties.put("hive.s3.path-style-access", "true");
        properties.put("hive.s3.ssl.enabled", "false");
        properties.put("hive.s3.aws-access-key", "test");
        properties.put("hive.s3.aws-secret-key", "test");
        return properties;
    }

    static Map<String, String> onFiles(Path warehouse) {
        Map<String, String> properties = common();
        properties.put("hive.metastore", "file");
        properties.put("hive.metastore.catalog.dir", warehouse.toUri().toString());
        // Athena counts the columns that a query names; Trino would read small gaps between them
        // too. https://docs.aws.amazon.com/athena/latest/ug/columnar-storage.html
        properties.put("parquet.max-merge-distance", "0B");
        return properties;
    }

    private static Map<String, String> common() {
        Map<String, String> properties = new HashMap<>();
        properties.put("hive.security", "allow-all");
        properties.put("hive.non-managed-table-writes-enabled", "true");
        properties.put("hive.allow-register-partition-procedure", "true");
        // An export's batch folders lie below the table's location; Athena reads them all.
        properties.put("hive.recursive-directories", "true");
        // Athena's default; Trino's own is ORC.
        properties.put("hive.storage-format", "PARQUET");
        // What write_compression asks of Athena; this connector has one codec for all tables.
        properties.put("hive.compression-codec", "ZSTD");
        properties.put("hive.parquet.time-zone", "UTC");
        // Version 411 ends the whole JVM (SIGSEGV) with these readers when a decimal column of
        // fixed length holds only NULLs behind an empty dictionary page.
        properties.put("parquet.optimized-reader.enabled", "false");
        properties.put("parquet.optimized-nested-reader.enabled", "false");
        return properties;
    }
}
