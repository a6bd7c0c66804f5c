package analysisplatform.sample;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The two JSON files that an export leaves beside its data. */
record Manifest(String exportId, SampleDatabase database, List<Exported> tables) {

    /**
     * @param bytes of Parquet
     */
    record Exported(SampleTable table, long bytes) {}

    private static final double BYTES_PER_GB = 1024.0 * 1024.0 * 1024.0;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm:ss a", Locale.US);

    /** Line ends and indents the same on every system. */
    private static final DefaultPrettyPrinter PRINTER = printer();

    void write(Path folder) throws IOException {
        write(folder.resolve("export_info_" + exportId + ".json"), info());
        write(
                folder.resolve(
                        "export_tables_info_" + exportId + "_from_1_to_" + tables.size() + ".json"),
                Map.of("perTableStatus", tables.stream().map(this::status).toList()));
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("exportTaskIdentifier", exportId);
        info.put("sourceArn", arn("rds", "snapshot:rds:" + database.name() + "-2026-03-01-02-00"));
        info.put("exportOnly", List.of());
        info.put("snapshotTime", time(0));
        info.put("taskStartTime", time(60));
        info.put("taskEndTime", time(90));
        info.put("s3Bucket", "sample-exports");
        info.put("s3Prefix", "");
        info.put("exportedFilesPath", exportId);
        info.put("iamRoleArn", "arn:aws:iam::222222222222:role/sample-export");
        info.put("kmsKeyId", arn("kms", "key/00000000-0000-4000-8000-000000000000"));
        info.put("status", "COMPLETE");
        info.put("percentProgress", 100);
        info.put(
                "totalExportedDataInGB",
                tables.stream().mapToLong(Exported::bytes).sum() / BYTES_PER_GB);
        return info;
    }

    private Map<String, Object> status(Exported exported) {
        SampleTable table = exported.table();
        Map<String, Object> partitions = new LinkedHashMap<>();
        partitions.put("numberOfPartitions", table.batches().size());
        partitions.put("numberOfCompletedPartitions", table.batches().size());
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("extractionStartTime", time(60));
        statistics.put("extractionEndTime", time(90));
        statistics.put("partitioningInfo", partitions);
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("tableStatistics", statistics);
        status.put(
                "schemaMetadata",
                Map.of(
                        "originalTypeMappings",
                        table.columns().stream().map(Manifest::mapping).toList()));
        status.put("status", "COMPLETE");
        status.put("sizeGB", exported.bytes() / BYTES_PER_GB);
        status.put("target", database.target(table));
        status.put("warningMessage", "");
        return status;
    }

    private static Map<String, Object> mapping(SourceColumn column) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("columnName", column.name());
        mapping.put("originalType", column.originalType());
        mapping.put("expectedExportedType", column.exportedType());
        mapping.put("originalCharMaxLength", column.charLength());
        mapping.put("originalNumPrecision", column.precision());
        mapping.put("originalDateTimePrecision", 0);
        return mapping;
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":ap-northeast-1:222222222222:" + resource;
    }

    private static String time(int minutesAfterSnapshot) {
        OffsetDateTime time = Dice.SNAPSHOT_TIME.plusMinutes(minutesAfterSnapshot);
        return TIME.format(time);
    }

    private static void write(Path file, Object content) throws IOException {
        Files.writeString(
                file, new ObjectMapper().writer(PRINTER).writeValueAsString(content) + "\n");
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
