package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Source;
import analysisplatform.config.Source.Engine;
import analysisplatform.config.Source.Kind;
import analysisplatform.engine.QueryResult;
import analysisplatform.kpi.FreshnessView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FreshnessViewTest {

    private static final String DATABASE = "freshness_of_views";

    @BeforeAll
    static void computeThreeNights() {
        SharedEngine.run("CREATE SCHEMA " + DATABASE);
        SharedEngine.run(
                """
                CREATE TABLE %s.history AS
                SELECT source, date_format(date_add('month', age, current_date), '%%Y-%%m') AS month,
                  CAST(snapshot AS timestamp(3)) AS snapshot_time, CAST(started AS timestamp(3)) AS computed_at
                FROM (VALUES
                  ('learning', 0, '2026-11-19 18:05:00', '2026-11-19 19:30:00'),
                  ('learning', 0, '2026-11-20 18:05:00', '2026-11-20 19:30:00'),
                  ('abandoned', -9, '2026-02-20 18:05:00', '2026-02-20 19:30:00')
                ) AS t (source, age, snapshot, started)"""
                        .formatted(DATABASE));
    }

    @Test
    void everyViewShowsTheNewestSnapshotOfItsSource() {
        assertThat(rows())
                .containsExactly(
                        "1 learning users 2026-11-20T18:05",
                        "2 learning courses 2026-11-20T18:05",
                        "3 silent orders null",
                        "4 abandoned things null");
    }

    @Test
    void theColumnsAreThePromisedOnes() {
        assertThat(SharedEngine.columns(view()))
                .isEqualTo(
                        FreshnessView.columns().stream()
                                .map(column -> column.name() + " " + column.type())
                                .toList());
    }

    private static List<String> rows() {
        return view().rows().stream()
                .map(row -> row.values())
                .map(
                        row ->
                                "%s %s %s %s"
                                        .formatted(
                                                row.get("position"),
                                                row.get("source"),
                                                row.get("view_name"),
                                                row.get("snapshot_time")))
                .toList();
    }

    private static QueryResult view() {
        List<Source> sources =
                List.of(
                        source("learning", "users", "courses"),
                        source("silent", "orders"),
                        source("abandoned", "things"));
        return SharedEngine.run(
                "SELECT * FROM (%s) AS f ORDER BY position"
                        .formatted(new FreshnessView(DATABASE, sources).sql()));
    }

    private static Source source(String name, String... tables) {
        return new Source(
                name,
                "222222222222",
                "ap-northeast-1",
                Engine.MYSQL,
                Kind.CLUSTER,
                name,
                "app",
                List.of(tables),
                Duration.ofHours(26));
    }
}
