package analysisplatform.sample;

import analysisplatform.sample.SampleDatabase.Flavour;
import analysisplatform.sample.SourceColumn.MySql;
import java.util.List;
import java.util.Map;

/** The MySQL database of an invented learning service. */
final class LearningSample {

    private LearningSample() {}

    static SampleDatabase database() {
        List<Map<String, Object>> users = UsersTable.rows();
        return new SampleDatabase(
                "learning",
                Flavour.MYSQL,
                List.of(
                        UsersTable.table(),
                        CourseTables.courses(),
                        CourseTables.lessons(),
                        LearningTables.enrollments(users),
                        LearningTables.posts(users),
                        MoneyTables.subscriptions(users),
                        MoneyTables.payments(users),
                        auditLogs()));
    }

    /** Without a row, so its folder holds only the mark of success. */
    private static SampleTable auditLogs() {
        return new SampleTable(
                "learning",
                "audit_logs",
                List.of(
                        MySql.bigint("id"),
                        MySql.bigint("user_id"),
                        MySql.varchar("action", 40),
                        MySql.text("detail"),
                        MySql.timestamp("created_at")),
                List.of(List.of()));
    }
}
