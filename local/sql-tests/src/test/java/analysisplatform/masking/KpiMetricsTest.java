package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Comparison;
import analysisplatform.kpi.KpiMetricsSql;
import analysisplatform.kpi.KpiPlaces;
import analysisplatform.kpi.KpiStatements;
import analysisplatform.kpi.NightSql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What CloudWatch gets of a night, on the engine. In Tokyo the night's day is 21 November. */
class KpiMetricsTest {

    private static final String SNAPSHOT = "2026-11-20T18:05:00Z";
    private static final String STARTED = "2026-11-20T20:30:00.123Z";

    private final List<Kpi> kpis = new ArrayList<>();
    private final List<String> outcomes = new ArrayList<>();

    @Test
    void eachKpiIsOneNumberAndAllOfThemOneText() {
        computed("churn_rate", Comparison.MONTH, "DATE '2026-11-21', 4.25, false");
        computed("active_learners", Comparison.MONTH, "DATE '2026-11-21', 12345678.0, false");

        assertThat(metrics(STARTED)).isEqualTo("active_learners 1.2345678E7, churn_rate 4.25");
    }

    @Test
    void ofSeveralDaysOnlyTheNewestIsPut() {
        computed(
                "orders",
                Comparison.WEEK,
                "DATE '2026-11-20', 7.0, false",
                "DATE '2026-11-19', 9.0, false");

        assertThat(metrics(STARTED)).isEqualTo("orders 7.0");
    }

    @Test
    void aNewestDayWithoutAValueIsNotReplacedByTheDayBefore() {
        computed(
                "orders",
                Comparison.WEEK,
                "DATE '2026-11-20', NULL, true",
                "DATE '2026-11-19', 9.0, false");

        assertThat(metrics(STARTED)).isEmpty();
    }

    @Test
    void aDayThatIsOlderThanTheComparisonIsNoNews() {
        computed("yesterday", Comparison.DAY, "DATE '2026-11-20', 1.0, false");
        computed("before", Comparison.DAY, "DATE '2026-11-19', 2.0, false");
        computed("week", Comparison.WEEK, "DATE '2026-11-14', 3.0, false");
        computed("weeks", Comparison.WEEK, "DATE '2026-11-13', 4.0, false");

        assertThat(metrics(STARTED)).isEqualTo("week 3.0, yesterday 1.0");
    }

    @Test
    void aKpiThatFailedAndANumberThatIsNoneAreLeftOut() {
        kpi("broken", Comparison.DAY);
        outcomes.add(statements().failed(kpis.get(0)));
        computed("endless", Comparison.DAY, "DATE '2026-11-21', infinity(), false");
        computed("undefined", Comparison.DAY, "DATE '2026-11-21', nan(), false");
        computed("good", Comparison.DAY, "DATE '2026-11-21', -1.5, false");

        assertThat(metrics(STARTED)).isEqualTo("good -1.5");
    }

    @Test
    void anOldSnapshotGivesNothing() {
        computed("active", Comparison.DAY, "DATE '2026-11-21', 1.0, false");

        assertThat(metrics("2026-11-22T20:00:00Z")).contains("active");
        assertThat(metrics("2026-11-22T20:06:00Z")).isEmpty();
    }

    private String metrics(String startedAt) {
        Map<String, String> night = new HashMap<>();
        night.put(NightSql.SNAPSHOT_TIME, SNAPSHOT);
        night.put(NightSql.STARTED_AT, startedAt);
        for (int index = 0; index < outcomes.size(); index++) {
            night.put(KpiStatements.outcomeSlot(index), outcomes.get(index));
        }
        String sql =
                new KpiMetricsSql(kpis, ZoneId.of("Asia/Tokyo"), Duration.ofHours(50))
                        .statement()
                        .render(night);
        return read((String) SharedEngine.run(sql).value());
    }

    /** Names and values, as the state machine will find them. */
    private static String read(String json) {
        List<String> metrics = new ArrayList<>();
        try {
            for (JsonNode metric : new ObjectMapper().readTree(json)) {
                assertThat(metric).hasSize(2);
                metrics.add(
                        metric.get("MetricName").asText() + " " + metric.get("Value").asDouble());
            }
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(json, noJson);
        }
        return String.join(", ", metrics);
    }

    private void computed(String id, Comparison comparison, String... rows) {
        kpi(id, comparison);
        List<String> all = new ArrayList<>();
        for (String row : rows) {
            all.add("(" + row + ")");
        }
        outcomes.add(
                "SELECT CAST('%s' AS varchar) AS kpi, CAST('0' AS varchar) AS definition, day, CAST('' AS varchar) AS dimension, CAST(value AS double) AS value, CAST(NULL AS bigint) AS people, suppressed, false AS failed FROM (VALUES %s) AS t (day, value, suppressed)"
                        .formatted(id, String.join(", ", all)));
    }

    private void kpi(String id, Comparison comparison) {
        kpis.add(TestKpi.comparing(id, comparison));
    }

    private static KpiStatements statements() {
        return new KpiStatements(
                new KpiPlaces(
                        "published", "masked", "s3://m/r", "s3://m/h", ZoneId.of("Asia/Tokyo")));
    }
}
