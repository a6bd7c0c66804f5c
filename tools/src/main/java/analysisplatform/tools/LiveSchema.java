package analysisplatform.tools;

import analysisplatform.config.Source.Engine;
import analysisplatform.tools.DatabaseSchema.Column;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/** Reads the schema of a running database: its catalogue only, in a read-only session. */
final class LiveSchema {

    private static final String MYSQL_COLUMNS =
            """
            SELECT c.table_schema, c.table_name, '' AS unexported, c.column_name,
              CASE WHEN c.data_type IN ('enum', 'set') THEN c.data_type ELSE c.column_type END
            FROM information_schema.columns c
            JOIN information_schema.tables t
              ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') AND c.table_schema = DATABASE()
            ORDER BY c.table_name, c.ordinal_position""";

    /** Not information_schema, which hides tables that the user may not read. */
    private static final String POSTGRESQL_COLUMNS =
            """
            SELECT n.nspname, c.relname,
              CASE c.relpersistence WHEN 'u' THEN 'RDS never exports an unlogged table' ELSE '' END,
              a.attname,
              CASE WHEN t.typtype = 'e' THEN 'enum' ELSE format_type(a.atttypid, a.atttypmod) END
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
              AND a.attnum > 0 AND NOT a.attisdropped
              AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
            ORDER BY n.nspname, c.relname, a.attnum""";

    private static final String SECONDS_TO_CONNECT = "15";

    private LiveSchema() {}

    static DatabaseSchema read(Engine engine, String url, String user, String password) {
        try (Connection connection = connect(engine, url, user, password)) {
            String database = connection.getCatalog();
            if (database == null || database.isEmpty()) {
                throw ToolFailed.usage("The URL of --jdbc must end with the database's name.");
            }
            TableList tables = new TableList(engine);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(columns(engine))) {
                while (rows.next()) {
                    tables.add(
                            rows.getString(1),
                            rows.getString(2),
                            Optional.of(rows.getString(3)).filter(why -> !why.isEmpty()),
                            Column.of(engine, rows.getString(4), rows.getString(5)));
                }
            }
            return new DatabaseSchema(
                    engine, database, "the live database " + database, tables.tables());
        } catch (SQLException refused) {
            throw ToolFailed.unreachable(
                    "Cannot read the schema from %s: %s"
                            .formatted(url.replaceFirst("\\?.*", ""), refused.getMessage()));
        }
    }

    /** The session refuses to write, whatever the user may. */
    static Connection connect(Engine engine, String url, String user, String password)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return switch (engine) {
            case MYSQL -> {
                properties.setProperty("connectTimeout", SECONDS_TO_CONNECT + "000");
                Connection connection =
                        DriverManager.getConnection(
                                url.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"), properties);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET SESSION TRANSACTION READ ONLY");
                }
                yield connection;
            }
            case POSTGRESQL -> {
                properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
                properties.setProperty("options", "-c default_transaction_read_only=on");
                yield DriverManager.getConnection(url, properties);
            }
        };
    }

    private static String columns(Engine engine) {
        return switch (engine) {
            case MYSQL -> MYSQL_COLUMNS;
            case POSTGRESQL -> POSTGRESQL_COLUMNS;
        };
    }
}
