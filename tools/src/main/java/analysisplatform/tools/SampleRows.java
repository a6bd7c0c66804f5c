package analysisplatform.tools;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.Stored;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.SourceTable;
import analysisplatform.engine.AthenaOnFiles;
import analysisplatform.engine.Engine;
import analysisplatform.engine.ExportCatalog;
import analysisplatform.engine.Row;
import analysisplatform.masking.Databases;
import analysisplatform.masking.PublishedColumn;
import analysisplatform.masking.TableStatements;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds the masked row of a raw one. A mask loses on purpose what would tell; so a second copy of
 * the raw table gets a number in each row, and is masked by the same policy with that number kept.
 */
final class SampleRows {

    private static final String NUMBER = "number_of_the_row_in_this_preview";

    private final AthenaOnFiles athena;
    private final MaskingPolicy policy;
    private final Databases databases;
    private final Databases numbered;

    /**
     * @param databases with the raw tables
     * @param numbered for the copies; made here
     */
    SampleRows(Engine engine, MaskingPolicy policy, Databases databases, Databases numbered) {
        this.athena = new AthenaOnFiles(engine);
        this.policy = policy;
        this.databases = databases;
        this.numbered = numbered;
    }

    PreviewTable of(SourceTable table, int count, String run) {
        TablePolicy columns = policy.tables().get(table.configured());
        String raw = name(numbered.raw(), table.rawName());
        Stream.of(numbered.raw(), numbered.masked())
                .forEach(schema -> athena.run("CREATE SCHEMA IF NOT EXISTS " + schema));
        athena.run(
                "CREATE TABLE %s AS SELECT *, row_number() OVER () AS %s FROM %s"
                        .formatted(raw, NUMBER, name(databases.raw(), table.rawName())));
        athena.run(
                new TableStatements(table, withNumber(table), numbered).createMasked().render(run));
        List<Row> before = first(count, raw);
        List<Row> after = first(count, name(numbered.masked(), table.publishedName() + "__" + run));
        List<PreviewTable.Row> pairs = new ArrayList<>();
        for (int row = 0; row < before.size(); row++) {
            pairs.add(
                    new PreviewTable.Row(
                            raw(before.get(row), columns), published(after.get(row), columns)));
        }
        Object rows = athena.run("SELECT count(*) FROM " + raw).value();
        return new PreviewTable(
                table.publishedName(), ((Number) rows).longValue(), actions(columns), pairs);
    }

    private MaskingPolicy withNumber(SourceTable table) {
        Map<String, ColumnPolicy> columns =
                new LinkedHashMap<>(policy.tables().get(table.configured()).columns());
        columns.put(
                NUMBER,
                new ColumnPolicy(DataClass.NONE, new Action.Keep("bigint", "numbers the rows")));
        return new MaskingPolicy(
                policy.source(),
                policy.minimumDomainPeople(),
                policy.timeZone(),
                policy.onUnclassified(),
                policy.unparsablePercent(),
                policy.relations(),
                policy.quasiIdentifiers(),
                Map.of(table.configured(), new TablePolicy(columns)));
    }

    private List<Row> first(int rows, String table) {
        return athena.run(
                        "SELECT * FROM %s WHERE %s <= %d ORDER BY %s"
                                .formatted(table, NUMBER, rows, NUMBER))
                .rows();
    }

    private static Map<String, String> actions(TablePolicy policy) {
        Map<String, String> actions = new LinkedHashMap<>();
        policy.columns()
                .forEach((name, column) -> actions.put(key(name), column.action().keyword()));
        return actions;
    }

    private static Map<String, String> raw(Row row, TablePolicy policy) {
        Map<String, Stored> stored = new LinkedHashMap<>();
        policy.columns().forEach((name, column) -> stored.put(key(name), column.stored()));
        Map<String, String> values = new LinkedHashMap<>();
        row.values()
                .forEach(
                        (name, value) -> {
                            if (!name.equals(NUMBER) && !name.equals(ExportCatalog.PARTITION_KEY)) {
                                values.put(name, shown(value, stored.get(name)));
                            }
                        });
        return values;
    }

    private static Map<String, List<String>> published(Row row, TablePolicy policy) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (PublishedColumn column : PublishedColumn.of(policy)) {
            String value = shown(row.get(column.name()), Stored.PLAIN);
            boolean isRenamed = !column.name().equals(key(column.source()));
            values.computeIfAbsent(key(column.source()), key -> new ArrayList<>())
                    .add(isRenamed ? column.name() + ": " + value : value);
        }
        return values;
    }

    private static String shown(Object value, Stored stored) {
        if (value instanceof byte[] bytes) {
            return stored == Stored.BYTES
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : bytes.length + " bytes";
        }
        return value == null ? "NULL" : value.toString();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String name(String schema, String table) {
        return schema + ".\"" + table + '"';
    }
}
