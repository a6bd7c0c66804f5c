package analysisplatform.tools;

import analysisplatform.config.Source.Engine;
import analysisplatform.engine.ExportFolder;
import analysisplatform.engine.ParquetColumn;
import analysisplatform.engine.ParquetSchema;
import analysisplatform.tools.DatabaseSchema.Column;
import analysisplatform.tools.DatabaseSchema.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the schema of an export. Its manifests know the source's own names and types, the Parquet
 * files only what became of them.
 */
final class FolderSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExportFolder export;
    private final Engine engine;
    private final Map<String, List<Column>> originals = new HashMap<>();

    private FolderSchema(ExportFolder export, Engine engine) {
        this.export = export;
        this.engine = engine;
    }

    static DatabaseSchema read(ExportFolder export) {
        return read(export, engine(export));
    }

    static DatabaseSchema read(ExportFolder export, Engine engine) {
        FolderSchema folder = new FolderSchema(export, engine);
        export.manifests().forEach(folder::originals);
        List<Table> tables = export.tableFolders().stream().map(folder::table).toList();
        return new DatabaseSchema(
                engine, export.database(), "an export of " + export.database(), tables);
    }

    /** In MySQL the schema is the database. */
    private static Engine engine(ExportFolder export) {
        String mySql = export.database() + ".";
        return export.tableFolders().stream().allMatch(folder -> folder.startsWith(mySql))
                ? Engine.MYSQL
                : Engine.POSTGRESQL;
    }

    private Table table(String folder) {
        int dot = folder.indexOf('.');
        String schema = dot < 0 ? "" : folder.substring(0, dot);
        return new Table(
                engine, schema, folder.substring(dot + 1), Optional.empty(), columns(folder));
    }

    private List<Column> columns(String folder) {
        List<Column> told = originals.getOrDefault(folder, List.of());
        List<Path> files = export.parquetFiles(folder);
        if (files.isEmpty()) {
            return told;
        }
        Map<String, Column> known = new LinkedHashMap<>();
        told.forEach(column -> known.put(column.catalogued(), column));
        return ParquetSchema.of(files.get(0)).stream()
                .map(column -> column(column, Optional.ofNullable(known.get(column.name()))))
                .toList();
    }

    /** What lies in the file decides, the manifest only names it better. */
    private static Column column(ParquetColumn exported, Optional<Column> told) {
        return new Column(
                told.map(Column::name).orElse(exported.name()),
                told.map(Column::type).orElse(exported.type()),
                ExportedType.ofCatalogued(exported.type()));
    }

    private void originals(Path manifest) {
        JsonNode content;
        try {
            content = JSON.readTree(manifest.toFile());
        } catch (IOException damaged) {
            throw ToolFailed.usage("%s is no JSON.".formatted(manifest));
        }
        for (JsonNode status : content.path("perTableStatus")) {
            List<Column> columns = new ArrayList<>();
            for (JsonNode column : status.at("/schemaMetadata/originalTypeMappings")) {
                columns.add(
                        Column.of(
                                engine,
                                column.path("columnName").asText(),
                                column.path("originalType").asText().toLowerCase(Locale.ROOT)));
            }
            originals.put(folder(status.path("target").asText()), columns);
        }
    }

    /** MySQL's targets are the folders, PostgreSQL's have the database before them. */
    private String folder(String target) {
        String database = export.database() + ".";
        return engine == Engine.POSTGRESQL && target.startsWith(database)
                ? target.substring(database.length())
                : target;
    }
}
