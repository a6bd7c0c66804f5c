package analysisplatform.tools;

import analysisplatform.config.Source.Engine;
import analysisplatform.tools.DatabaseSchema.Column;
import analysisplatform.tools.DatabaseSchema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers columns, one after the other, into tables. */
final class TableList {

    private final Engine engine;
    private final Map<List<String>, Table> tables = new LinkedHashMap<>();

    TableList(Engine engine) {
        this.engine = engine;
    }

    void add(String schema, String name, Optional<String> unexported, Column column) {
        tables.merge(
                List.of(schema, name),
                new Table(engine, schema, name, unexported, List.of(column)),
                TableList::joined);
    }

    List<Table> tables() {
        return List.copyOf(tables.values());
    }

    private static Table joined(Table table, Table more) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.addAll(more.columns());
        return new Table(table.engine(), table.schema(), table.name(), table.unexported(), columns);
    }
}
