package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.kpi.FreshnessView;
import analysisplatform.kpi.KpiCatalog;
import analysisplatform.kpi.KpiColumn;
import analysisplatform.names.Names;
import com.hashicorp.cdktf.providers.aws.glue_catalog_database.GlueCatalogDatabase;
import com.hashicorp.cdktf.providers.aws.glue_catalog_database.GlueCatalogDatabaseConfig;
import com.hashicorp.cdktf.providers.aws.glue_catalog_table.GlueCatalogTable;
import com.hashicorp.cdktf.providers.aws.glue_catalog_table.GlueCatalogTableConfig;
import com.hashicorp.cdktf.providers.aws.glue_catalog_table.GlueCatalogTablePartitionKeys;
import com.hashicorp.cdktf.providers.aws.glue_catalog_table.GlueCatalogTableStorageDescriptor;
import com.hashicorp.cdktf.providers.aws.glue_catalog_table.GlueCatalogTableStorageDescriptorColumns;
import com.hashicorp.cdktf.providers.aws.glue_catalog_table.GlueCatalogTableStorageDescriptorSerDeInfo;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * Creates the KPI database: the table over the history's files and the three views that people
 * read. The files are not the database's: they stay when it goes, and a new one finds them.
 */
final class KpiDatabase extends Construct {

    private static final String PARQUET = "org.apache.hadoop.hive.ql.io.parquet.";

    /** A view has no files, but the provider forgets an empty block. */
    private static final String NO_FILES = "-";

    /** No snapshot that the platform could export is older. */
    private static final YearMonth FIRST_MONTH = YearMonth.of(2024, 1);

    private static final YearMonth LAST_MONTH = YearMonth.of(2049, 12);

    private final Environment environment;
    private final Names names;
    private final KpiCatalog catalog;
    private final String database;

    KpiDatabase(Construct scope, String id, Environment environment) {
        super(scope, id);
        this.environment = environment;
        this.names = Names.of(environment);
        this.catalog = new KpiCatalog(names.kpiDatabase(), environment.kpis());
        this.database = createDatabase().getName();
        createTable();
        createView(
                KpiCatalog.HISTORY,
                "Each KPI, one row per day and group",
                catalog.history(),
                KpiCatalog.historyColumns());
        createView(
                KpiCatalog.LATEST,
                "The newest value of each KPI and group, with title, target and the value before",
                catalog.latest(),
                KpiCatalog.latestColumns());
        createView(
                KpiCatalog.FRESHNESS,
                "Of which snapshot each published view is",
                new FreshnessView(names.kpiDatabase(), environment).sql(),
                FreshnessView.columns());
    }

    private GlueCatalogDatabase createDatabase() {
        return new GlueCatalogDatabase(
                this,
                "database",
                GlueCatalogDatabaseConfig.builder()
                        .name(names.kpiDatabase())
                        .description("KPIs: aggregates only, kept for ever")
                        .build());
    }

    private void createTable() {
        new GlueCatalogTable(
                this,
                KpiCatalog.TABLE,
                GlueCatalogTableConfig.builder()
                        .databaseName(database)
                        .name(KpiCatalog.TABLE)
                        .description("Every computation of every KPI; people read kpi_history")
                        .tableType("EXTERNAL_TABLE")
                        .parameters(tableParameters())
                        .partitionKeys(
                                KpiCatalog.partitions().stream()
                                        .map(KpiDatabase::partition)
                                        .toList())
                        .storageDescriptor(
                                GlueCatalogTableStorageDescriptor.builder()
                                        .location(location())
                                        .inputFormat(PARQUET + "MapredParquetInputFormat")
                                        .outputFormat(PARQUET + "MapredParquetOutputFormat")
                                        .serDeInfo(
                                                GlueCatalogTableStorageDescriptorSerDeInfo.builder()
                                                        .serializationLibrary(
                                                                PARQUET + "serde.ParquetHiveSerDe")
                                                        .build())
                                        .columns(columns(KpiCatalog.tableColumns()))
                                        .build())
                        .build());
    }

    /** Athena computes the folders from these, so nobody has to register one. */
    private Map<String, String> tableParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("EXTERNAL", "TRUE");
        parameters.put("classification", "parquet");
        parameters.put("projection.enabled", "true");
        parameters.put("projection.source.type", "enum");
        parameters.put(
                "projection.source.values",
                environment.sources().stream().map(Source::name).collect(Collectors.joining(",")));
        parameters.put("projection.month.type", "enum");
        parameters.put("projection.month.values", months());
        return parameters;
    }

    /** Written out: a projection by date knows months on Athena, but not on the open engine. */
    private static String months() {
        return Stream.iterate(
                        FIRST_MONTH,
                        month -> !month.isAfter(LAST_MONTH),
                        month -> month.plusMonths(1))
                .map(YearMonth::toString)
                .collect(Collectors.joining(","));
    }

    private String location() {
        return "s3://" + names.maskedBucket() + "/" + names.kpiHistoryPrefix() + "/";
    }

    private void createView(String name, String description, String sql, List<KpiColumn> columns) {
        new GlueCatalogTable(
                this,
                name,
                GlueCatalogTableConfig.builder()
                        .databaseName(database)
                        .name(name)
                        .description(description)
                        .tableType("VIRTUAL_VIEW")
                        .owner("hadoop")
                        .parameters(Map.of("presto_view", "true", "comment", "Presto View"))
                        .viewOriginalText(PrestoView.text(names.kpiDatabase(), sql, columns))
                        .viewExpandedText("/* Presto View */")
                        .storageDescriptor(
                                GlueCatalogTableStorageDescriptor.builder()
                                        .columns(columns(columns))
                                        .serDeInfo(
                                                GlueCatalogTableStorageDescriptorSerDeInfo.builder()
                                                        .name(NO_FILES)
                                                        .serializationLibrary(NO_FILES)
                                                        .build())
                                        .build())
                        .build());
    }

    private static GlueCatalogTablePartitionKeys partition(KpiColumn column) {
        return GlueCatalogTablePartitionKeys.builder()
                .name(column.name())
                .type(column.catalogType())
                .comment(column.comment())
                .build();
    }

    private static List<GlueCatalogTableStorageDescriptorColumns> columns(List<KpiColumn> columns) {
        List<GlueCatalogTableStorageDescriptorColumns> built = new ArrayList<>();
        for (KpiColumn column : columns) {
            built.add(
                    GlueCatalogTableStorageDescriptorColumns.builder()
                            .name(column.name())
                            .type(column.catalogType())
                            .comment(column.comment())
                            .build());
        }
        return built;
    }
}
