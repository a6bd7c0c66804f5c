package analysisplatform.tools;

import analysisplatform.config.Source.Engine;
import analysisplatform.tools.DatabaseSchema.Column;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A schema as text: what {@code SELECT table_schema, table_name, column_name, data_type FROM
 * information_schema.columns} answers, separated by commas or tabs, with a header.
 */
final class SchemaFile {

    private static final List<String> HEADER =
            List.of("table_schema", "table_name", "column_name", "data_type");

    private static final Set<String> SYSTEM_SCHEMAS =
            Set.of("information_schema", "pg_catalog", "mysql", "performance_schema", "sys");

    private static final CsvMapper CSV = new CsvMapper();

    private SchemaFile() {}

    static String write(DatabaseSchema schema) {
        CsvSchema.Builder columns = CsvSchema.builder();
        HEADER.forEach(columns::addColumn);
        ObjectWriter writer = CSV.writer(columns.build().withHeader().withLineSeparator("\n"));
        List<List<String>> rows = new ArrayList<>();
        for (DatabaseSchema.Table table : schema.tables()) {
            for (Column column : table.columns()) {
                rows.add(List.of(table.schema(), table.name(), column.name(), column.type()));
            }
        }
        try {
            return writer.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Text can always be written", impossible);
        }
    }

    /**
     * @param database of MySQL, whose other databases are left out; of PostgreSQL a dump has one
     */
    static DatabaseSchema read(Engine engine, String database, Path file) {
        List<Map<String, String>> rows = rows(file);
        TableList tables = new TableList(engine);
        Set<String> schemas = new java.util.TreeSet<>();
        for (Map<String, String> row : rows) {
            String schema = row.get("table_schema");
            if (isSystem(schema)) {
                continue;
            }
            schemas.add(schema);
            if (engine == Engine.POSTGRESQL || schema.equals(database)) {
                tables.add(
                        schema,
                        row.get("table_name"),
                        Optional.empty(),
                        Column.of(engine, row.get("column_name"), row.get("data_type")));
            }
        }
        if (tables.tables().isEmpty()) {
            throw ToolFailed.usage(
                    "%s has no table of database %s; it has %s."
                            .formatted(
                                    file,
                                    database,
                                    schemas.isEmpty() ? "none at all" : "those of " + schemas));
        }
        return new DatabaseSchema(engine, database, file.toString(), tables.tables());
    }

    private static boolean isSystem(String schema) {
        String lower = schema.toLowerCase(Locale.ROOT);
        return SYSTEM_SCHEMAS.contains(lower) || lower.startsWith("pg_");
    }

    private static List<Map<String, String>> rows(Path file) {
        String text = text(file);
        String header = text.lines().findFirst().orElse("");
        CsvSchema form =
                CsvSchema.emptySchema().withColumnSeparator(header.contains("\t") ? '\t' : ',');
        List<Map<String, String>> rows = new ArrayList<>();
        try (MappingIterator<String[]> lines =
                CSV.readerFor(String[].class)
                        .with(com.fasterxml.jackson.dataformat.csv.CsvParser.Feature.WRAP_AS_ARRAY)
                        .with(
                                com.fasterxml.jackson.dataformat.csv.CsvParser.Feature
                                        .SKIP_EMPTY_LINES)
                        .with(form)
                        .readValues(text)) {
            List<String> names = new ArrayList<>();
            while (lines.hasNextValue()) {
                String[] cells = lines.nextValue();
                if (names.isEmpty()) {
                    names.addAll(header(file, cells));
                } else {
                    rows.add(row(file, names, cells));
                }
            }
        } catch (IOException damaged) {
            throw ToolFailed.usage(
                    "%s is no CSV: %s"
                            .formatted(file, damaged.getMessage().lines().findFirst().orElse("")));
        }
        return rows;
    }

    private static List<String> header(Path file, String[] cells) {
        List<String> names =
                List.of(cells).stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
        if (!names.containsAll(HEADER)) {
            throw ToolFailed.usage(
                    "%s must begin with a line that names the columns %s, but begins with %s."
                            .formatted(file, String.join(", ", HEADER), String.join(", ", names)));
        }
        return names;
    }

    private static Map<String, String> row(Path file, List<String> names, String[] cells) {
        if (cells.length != names.size()) {
            throw ToolFailed.usage(
                    "%s has a line of %d values below a header of %d: %s"
                            .formatted(file, cells.length, names.size(), String.join(",", cells)));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int index = 0; index < cells.length; index++) {
            row.put(names.get(index), cells[index]);
        }
        return row;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
        } catch (IOException unreadable) {
            throw ToolFailed.usage(
                    "Cannot read %s: %s".formatted(file, unreadable.getClass().getSimpleName()));
        }
    }
}
