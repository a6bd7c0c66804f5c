package analysisplatform.report;

import analysisplatform.report.Kpi.Chart;
import analysisplatform.report.Kpi.Direction;
import analysisplatform.report.Kpi.Goal;
import analysisplatform.report.Kpi.Latest;
import analysisplatform.report.Kpi.Point;
import analysisplatform.report.Report.Freshness;
import analysisplatform.report.Report.MaskedColumn;
import analysisplatform.report.Report.MaskedTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reports to draw. */
final class Samples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Instant SNAPSHOT = Instant.parse("2026-11-20T18:05:00Z");
    static final OptionalDouble NOTHING = OptionalDouble.empty();
    static final Goal NO_GOAL = new Goal(Direction.NONE, NOTHING, NOTHING, NOTHING);

    /** Runs when it is not escaped. */
    static final String MARKUP = "<img src=x onerror=alert(1)></script><b>'\"&{{title}}";

    private static final String[] CATEGORIES = {
        "プログラミング", "デザイン", "ビジネス", "English", "データ分析", "マーケティング", "写真", "音楽", "料理", "数学"
    };

    private Samples() {}

    static Report of(List<Kpi> kpis) {
        return new Report(
                new Text("学習サービスの KPI", "KPIs of the learning service"),
                "local",
                Instant.parse("2026-11-20T21:00:00Z"),
                ZoneId.of("Asia/Tokyo"),
                kpis,
                List.of(
                        new Freshness("learning", "users", Optional.of(SNAPSHOT), "r1"),
                        new Freshness(
                                "learning",
                                "posts",
                                Optional.of(SNAPSHOT.minusSeconds(200_000)),
                                "r0"),
                        new Freshness("learning", "empty", Optional.empty(), "")),
                List.of(
                        new MaskedTable(
                                "learning",
                                "users",
                                List.of(
                                        new MaskedColumn(
                                                "email",
                                                true,
                                                new Text("個人を特定", "identifier"),
                                                "email",
                                                new Text("仮名に置き換え", "replaced by a pseudonym")),
                                        new MaskedColumn(
                                                "name",
                                                false,
                                                new Text("個人を特定", "identifier"),
                                                "drop",
                                                new Text("公開しない", "not published"))))));
    }

    /** What a dashboard of a working company looks like. */
    static Report ordinary() {
        return of(
                List.of(
                                number(
                                                "active_learners",
                                                new Text("アクティブ学習者", "Active learners"),
                                                "people",
                                                131,
                                                118)
                                        .goal(Direction.UP, 120, 50)
                                        .days(30),
                                number(
                                                "monthly_revenue",
                                                new Text("月間経常収益", "Monthly recurring revenue"),
                                                "JPY",
                                                328_400,
                                                341_900)
                                        .goal(Direction.UP, 350_000, Double.NaN)
                                        .days(30),
                                number(
                                                "churn_rate",
                                                new Text("解約率", "Churn in 90 days"),
                                                "%",
                                                4.2,
                                                5.1)
                                        .goal(Direction.DOWN, 5, Double.NaN)
                                        .days(30),
                                number(
                                                "published_courses",
                                                new Text("公開中のコース", "Published courses"),
                                                "courses",
                                                27,
                                                27)
                                        .goal(Direction.UP, Double.NaN, Double.NaN)
                                        .stale(),
                                number(
                                                "sign_ups",
                                                new Text("新規登録", "Sign-ups per week"),
                                                "people",
                                                43,
                                                38)
                                        .goal(Direction.UP, 40, Double.NaN)
                                        .chart(Chart.LINE)
                                        .weeks(78),
                                groups(
                                                "completion_rate",
                                                new Text("修了率", "Completion rate"),
                                                Chart.BAR,
                                                6,
                                                1)
                                        .unit("%"),
                                groups(
                                                "posts_per_category",
                                                new Text("カテゴリ別の投稿", "Posts per category"),
                                                Chart.STACKED,
                                                5,
                                                21)
                                        .unit("posts"),
                                groups(
                                                "learners_per_prefecture",
                                                new Text("都道府県別の学習者", "Learners per prefecture"),
                                                Chart.TABLE,
                                                9,
                                                1)
                                        .unit("people"))
                        .stream()
                        .map(KpiBuilder::kpi)
                        .toList());
    }

    /** Everything that could break a layout or a browser. */
    static Report nasty() {
        String longJapanese = "とても長い題名の指標で二行にも三行にもなりうるもの".repeat(4);
        String longEnglish = "Incomprehensibilities_without_any_space_to_break_".repeat(4);
        return of(
                List.of(
                                number(
                                                "huge",
                                                new Text("巨大な数", "Huge"),
                                                "JPY",
                                                987_654_321_098_765.0,
                                                1)
                                        .days(5),
                                number(
                                        "beyond",
                                        new Text("もっと巨大", "Beyond"),
                                        "a very long unit of measure",
                                        1.23456e22,
                                        1.1e22),
                                number(
                                                "negative",
                                                new Text("赤字", "Deficit"),
                                                "JPY",
                                                -1_234_567_890,
                                                -900_000_000)
                                        .goal(Direction.UP, 0, -500_000_000)
                                        .days(2),
                                number("tiny", new Text("わずか", "Tiny"), "%", 0.00042, 0)
                                        .goal(Direction.DOWN, 0.0001, Double.NaN),
                                number("zero", new Text("ゼロ", "Zero"), "people", 0, 0),
                                number(
                                                "long_title",
                                                new Text(longJapanese, longEnglish),
                                                "人",
                                                12,
                                                13)
                                        .days(3),
                                number("markup", new Text(MARKUP, MARKUP), MARKUP, 1, 2)
                                        .chart(Chart.LINE)
                                        .days(3),
                                new KpiBuilder(
                                                "never",
                                                new Text("一度もない", "Never computed"),
                                                "people")
                                        .stale(),
                                suppressed("sparse", new Text("孤立した値", "One value between gaps"))
                                        .between(TODAY.minusDays(3)),
                                suppressed("small", new Text("少なすぎる", "Too few people")),
                                number(
                                                "one_day",
                                                new Text("初日の線", "Line on its first day"),
                                                "people",
                                                5,
                                                5)
                                        .goal(Direction.UP, 10, Double.NaN)
                                        .chart(Chart.LINE),
                                groups(
                                                "many",
                                                new Text(longJapanese, longEnglish),
                                                Chart.STACKED,
                                                12,
                                                1)
                                        .unit("人"),
                                groups("bars", new Text("多い棒", "Many bars"), Chart.BAR, 30, 1)
                                        .unit("人"),
                                groups("wide", new Text("広い表", "Wide table"), Chart.TABLE, 40, 1)
                                        .unit("人"),
                                new KpiBuilder("no_groups", new Text("空の棒", "Empty bars"), "人")
                                        .chart(Chart.BAR))
                        .stream()
                        .map(KpiBuilder::kpi)
                        .toList());
    }

    static KpiBuilder suppressed(String id, Text title) {
        KpiBuilder builder = new KpiBuilder(id, title, "people");
        builder.add(TODAY, "", NOTHING, true);
        return builder;
    }

    static KpiBuilder number(String id, Text title, String unit, double value, double before) {
        KpiBuilder builder = new KpiBuilder(id, title, unit);
        builder.latest.add(
                new Latest(TODAY, "", OptionalDouble.of(value), OptionalDouble.of(before), false));
        builder.history.add(new Point(TODAY, "", OptionalDouble.of(value), false));
        return builder;
    }

    /** The last group is too small to show. */
    static KpiBuilder groups(String id, Text title, Chart chart, int groups, int days) {
        KpiBuilder builder = new KpiBuilder(id, title, "人").chart(chart);
        builder.dimension = Optional.of(new Text("カテゴリ", "Category"));
        for (int day = 0; day < days; day++) {
            for (int group = 0; group < groups; group++) {
                double value = Math.round(900.0 / (group + 2) + 30 * Math.sin(day * (group + 1)));
                String name =
                        CATEGORIES[group % CATEGORIES.length]
                                + (group < CATEGORIES.length ? "" : group);
                builder.add(TODAY.minusDays(day), name, OptionalDouble.of(value), day == 0);
            }
            builder.add(TODAY.minusDays(day), "", NOTHING, day == 0);
        }
        return builder;
    }
}
