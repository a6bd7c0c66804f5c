package analysisplatform.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.config.Source.Engine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a real PostgreSQL, whose program comes with a test dependency. */
class PostgreSqlTest {

    private static final String SCHEMA =
            """
            CREATE TYPE mood AS ENUM ('fine', 'it''s, "odd"');
            CREATE TABLE customers (
              id bigint PRIMARY KEY, full_name text NOT NULL, email varchar(200), born_on date,
              credit numeric(10,2), settings jsonb, external uuid, state mood, tags text[],
              "氏名カナ" text, created_at timestamptz);
            CREATE VIEW names AS SELECT full_name FROM customers;
            CREATE SCHEMA sales;
            CREATE TABLE sales.orders (id integer, customer_id bigint, gone text);
            ALTER TABLE sales.orders DROP COLUMN gone;
            CREATE UNLOGGED TABLE sales.cache (id integer);
            CREATE TABLE sales.odd (id integer, "two words" text);
            CREATE TABLE sales.twins (id integer, "Name" text, name text);
            CREATE TABLE "sales"."日本" (id integer);
            CREATE TABLE sales.secret (id integer);
            CREATE USER reader PASSWORD 'reads only';
            """;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws SQLException {
        server = RealServer.start("PostgreSQL", () -> EmbeddedPostgres.builder().start());
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void draftsAPolicyOfEveryTableThatRdsExports() {
        CommandLineRun run =
                CommandLineRun.with(Map.of("DATABASE_PASSWORD", "reads only"))
                        .call("discover", "--jdbc", url(), "--user", "reader", "--source", "shop");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "  public.customers:\n    columns:\n      id: {class: identifier, action: \"null\", type: varchar}  # bigint; ",
                        "full_name: {class: identifier, action: drop}  # text; ",
                        "born_on: {class: quasi, action: drop}  # date; looks like a date of birth; suggested: year",
                        "state: {class: quasi, action: drop}  # enum; ",
                        "\"氏名カナ\": {class: identifier, action: drop}  # text; ",
                        "  sales.orders:",
                        "  sales.secret:")
                .doesNotContain("names:", "gone", "pg_", "stored: bytes");
        assertThat(run.err())
                .contains(
                        "      - public.customers\n      - sales.orders\n      - sales.secret\n",
                        "sales.cache: RDS never exports an unlogged table.",
                        "sales.odd: RDS never exports a table with a column such as \"two words\"",
                        "sales.twins: its columns \"Name\" and \"name\" are the same in the data catalog",
                        "sales.日本: RDS can export only tables whose names are of letters");
        Drafts.assertLoads("postgresql", "postgres", run.out(), run.err());
    }

    @Test
    void writesInNoSession() throws SQLException {
        try (Connection connection =
                        LiveSchema.connect(Engine.POSTGRESQL, url(), "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE written (id integer)"))
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void aSchemaFileSaysWhatTheLiveSchemaSays() throws Exception {
        CommandLineRun file =
                CommandLineRun.with(Map.of("OTHER", "reads only"))
                        .call(
                                "schema",
                                "--jdbc",
                                url(),
                                "--user",
                                "reader",
                                "--password-env",
                                "OTHER");

        assertThat(file.exit()).isZero();
        assertThat(file.out())
                .startsWith("table_schema,table_name,column_name,data_type\n")
                .contains(
                        "public,customers,credit,\"numeric(10,2)\"\n", "sales,orders,id,integer\n");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidInOneLine() {
        CommandLineRun run =
                CommandLineRun.with(Map.of("DATABASE_PASSWORD", "x"))
                        .call(
                                "discover",
                                "--jdbc",
                                "jdbc:postgresql://127.0.0.1:1/shop?sslmode=disable",
                                "--user",
                                "reader");

        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err().strip())
                .startsWith("Cannot read the schema from jdbc:postgresql://127.0.0.1:1/shop: ")
                .hasLineCount(1);
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }
}
