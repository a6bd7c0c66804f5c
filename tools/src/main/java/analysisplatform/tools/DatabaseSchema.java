package analysisplatform.tools;

import analysisplatform.config.RawType;
import analysisplatform.config.Source.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tables and columns of one database, without any data.
 *
 * @param origin where this was read, for the reader of a draft
 * @param tables in the order of their names
 */
record DatabaseSchema(Engine engine, String database, String origin, List<Table> tables) {

    DatabaseSchema {
        tables = List.copyOf(tables);
    }

    /**
     * @param unexported why RDS never exports it, if that is known of the table itself
     * @param columns in the table's order; empty when nobody could tell them
     */
    record Table(
            Engine engine,
            String schema,
            String name,
            Optional<String> unexported,
            List<Column> columns) {

        Table {
            columns = List.copyOf(columns);
        }

        /** As platform.yaml and the policy name it. */
        String configured() {
            return engine == Engine.MYSQL ? name : schema + "." + name;
        }
    }

    /**
     * @param type as the source, or else the export, names it
     * @param raw how the catalogue will show it; empty when nobody knows
     */
    record Column(String name, String type, Optional<RawType> raw) {

        static Column of(Engine engine, String name, String type) {
            return new Column(name, type, ExportedType.of(engine, type));
        }

        /** As the catalogue names it. */
        String catalogued() {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
