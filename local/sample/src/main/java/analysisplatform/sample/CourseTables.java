package analysisplatform.sample;

import static analysisplatform.sample.Rows.row;

import analysisplatform.sample.SourceColumn.MySql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is taught: nothing personal in it. */
final class CourseTables {

    static final int COURSES = 24;
    private static final int LESSONS_PER_COURSE = 8;

    private static final List<String> SUBJECTS =
            List.of("英会話", "統計", "SQL", "簿記", "写真", "料理", "Java", "デザイン");
    private static final List<String> LEVELS = List.of("入門", "基礎", "応用");

    private CourseTables() {}

    static SampleTable courses() {
        Dice dice = new Dice("courses");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 1; id <= COURSES; id++) {
            rows.add(
                    row(
                            "id",
                            (long) id,
                            "title",
                            SUBJECTS.get((id - 1) / LEVELS.size())
                                    + LEVELS.get((id - 1) % LEVELS.size()),
                            "category",
                            dice.of(List.of("language", "data", "business", "hobby")),
                            "price_yen",
                            1000 * (1 + dice.below(30)),
                            "rating",
                            dice.oneIn(6) ? null : 1 + dice.below(40) / 10.0,
                            "published",
                            dice.oneIn(10) ? 0 : 1,
                            "created_at",
                            dice.time(1200)));
        }
        return new SampleTable(
                "learning",
                "courses",
                List.of(
                        MySql.bigint("id"),
                        MySql.varchar("title", 120),
                        MySql.varchar("category", 20),
                        MySql.integer("price_yen"),
                        MySql.doublePrecision("rating"),
                        MySql.tinyint("published"),
                        MySql.timestamp("created_at")),
                List.of(rows));
    }

    static SampleTable lessons() {
        Dice dice = new Dice("lessons");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 1; id <= COURSES * LESSONS_PER_COURSE; id++) {
            int position = (id - 1) % LESSONS_PER_COURSE + 1;
            rows.add(
                    row(
                            "id",
                            (long) id,
                            "course_id",
                            (long) ((id - 1) / LESSONS_PER_COURSE + 1),
                            "position",
                            position,
                            "title",
                            "第%d回".formatted(position),
                            "minutes",
                            5 + dice.below(55)));
        }
        return new SampleTable(
                "learning",
                "lessons",
                List.of(
                        MySql.bigint("id"),
                        MySql.bigint("course_id"),
                        MySql.integer("position"),
                        MySql.varchar("title", 120),
                        MySql.integer("minutes")),
                List.of(rows));
    }
}
