package analysisplatform.sample;

import static analysisplatform.sample.Rows.row;

import analysisplatform.sample.SourceColumn.MySql;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What users do: take courses and write about them. */
final class LearningTables {

    private static final int ENROLLMENTS = 1500;
    private static final int POSTS = 700;

    private LearningTables() {}

    static SampleTable enrollments(List<Map<String, Object>> users) {
        Dice dice = new Dice("enrollments");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 1; id <= ENROLLMENTS; id++) {
            int progress = dice.below(101);
            OffsetDateTime enrolled = dice.time(700);
            rows.add(
                    row(
                            "id",
                            (long) id,
                            "user_id",
                            dice.of(users).get("id"),
                            "course_id",
                            (long) (1 + dice.below(CourseTables.COURSES)),
                            "status",
                            progress == 100 ? "completed" : "active",
                            "progress",
                            progress,
                            "enrolled_at",
                            enrolled,
                            "completed_at",
                            progress == 100 ? enrolled.plusDays(30) : null));
        }
        return new SampleTable(
                "learning",
                "enrollments",
                List.of(
                        MySql.bigint("id"),
                        MySql.bigint("user_id"),
                        MySql.bigint("course_id"),
                        MySql.varchar("status", 20),
                        MySql.tinyint("progress"),
                        MySql.timestamp("enrolled_at"),
                        MySql.timestamp("completed_at")),
                Rows.batches(rows, 3));
    }

    static SampleTable posts(List<Map<String, Object>> users) {
        Dice dice = new Dice("posts");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 1; id <= POSTS; id++) {
            Map<String, Object> user = dice.of(users);
            rows.add(
                    row(
                            "id",
                            (long) id,
                            "user_id",
                            user.get("id"),
                            "course_id",
                            (long) (1 + dice.below(CourseTables.COURSES)),
                            "body",
                            id == POSTS ? null : body(user, dice),
                            "likes",
                            dice.below(50),
                            "created_at",
                            dice.time(500)));
        }
        return new SampleTable(
                "learning",
                "posts",
                List.of(
                        MySql.bigint("id"),
                        MySql.bigint("user_id"),
                        MySql.bigint("course_id"),
                        MySql.text("body"),
                        MySql.integer("likes"),
                        MySql.timestamp("created_at")),
                Rows.batches(rows, 2));
    }

    private static String body(Map<String, Object> user, Dice dice) {
        return switch (dice.below(8)) {
            case 0 -> "一緒に勉強しませんか? 連絡は " + user.get("email") + " まで";
            case 1 -> "電話ください " + user.get("phone") + "\nよろしく";
            case 2 -> user.get("name") + "です。よろしくお願いします😀";
            case 3 -> "";
            case 4 -> "引用: \"It's fine\"; <b>HTML</b> & \\ と\tタブ";
            default -> "第%d回がわかりやすかったです".formatted(1 + dice.below(8));
        };
    }
}
