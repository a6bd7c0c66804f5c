package analysisplatform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeUsersTest {

    private static final int USERS = 250_003;

    @TempDir private Path folder;

    @Test
    void theUsersHaveTheColumnsOfTheSampleAndEveryOneIsAnother() throws SQLException {
        SampleExport.write(folder.resolve("sample"));
        SampleExport.writeUsers(folder.resolve("large"), USERS);

        assertThat(ask("DESCRIBE SELECT * FROM " + parquet("large")))
                .isEqualTo(ask("DESCRIBE SELECT * FROM " + parquet("sample")));
        assertThat(
                        ask(
                                "SELECT count(*), count(DISTINCT id), count(DISTINCT email), count(DISTINCT public_id) FROM "
                                        + parquet("large")))
                .containsExactly("250003 250003 250003 250003");
        assertThat(ask("SELECT count(*) FROM %s WHERE name IS NULL".formatted(parquet("large"))))
                .containsExactly("0");
    }

    @Test
    void aBigTableIsSplitIntoBatchesEachMarkedAsWhole() {
        SampleExport.writeUsers(folder.resolve("large"), USERS);

        Path users = folder.resolve("large/learning/learning.users");
        assertThat(users.resolve("1/_SUCCESS")).exists();
        assertThat(users.resolve("2/_SUCCESS")).exists();
        assertThat(Files.exists(users.resolve("3"))).isFalse();
    }

    private String parquet(String export) {
        return "read_parquet('%s/learning/learning.users/*/*.parquet', hive_partitioning = false)"
                .formatted(folder.resolve(export));
    }

    private static List<String> ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (answer.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
                    line.append(i == 1 ? "" : " ").append(answer.getString(i));
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }
}
