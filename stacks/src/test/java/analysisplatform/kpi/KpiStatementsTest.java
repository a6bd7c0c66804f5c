package analysisplatform.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Group;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What of a KPI's statements does not need an engine to be judged. */
class KpiStatementsTest {

    private final KpiStatements statements =
            new KpiStatements(
                    new KpiPlaces(
                            "published",
                            "masked",
                            "s3://masked/masked/shop",
                            "s3://masked/kpis/history/source=shop",
                            ZoneId.of("Asia/Tokyo")));

    @Test
    void noTwoAttemptsWriteToOnePlace() {
        assertThat(statements.compute(kpi("SELECT 1 AS value", 10)).toString())
                .contains("'s3://masked/masked/shop/${run}/kpi__/${attempt}/buyers/'");
        assertThat(statements.store(1).toString())
                .contains("'s3://masked/kpis/history/source=shop/month=${month}/${attempt}/'");
    }

    @Test
    void aStatementIsTheSameInPartsAndAsAWhole() {
        NightSql store = statements.store(2);

        assertThat(store.slots()).contains("outcome0", "outcome1", "run", "startedAt");
        assertThat(store.parts()).hasSize(store.slots().size() + 1);
    }

    @Test
    void theDefinitionChangesWithTheSqlAndTheMinimumAndNothingElse() {
        Kpi kpi = kpi("SELECT 1 AS value", 10);

        assertThat(KpiDefinition.version(kpi))
                .matches("[0-9a-f]{8}")
                .isEqualTo(KpiDefinition.version(kpi("SELECT 1 AS value", 10)))
                .isNotEqualTo(KpiDefinition.version(kpi("SELECT 2 AS value", 10)))
                .isNotEqualTo(KpiDefinition.version(kpi("SELECT 1 AS value", 11)));
    }

    private static Kpi kpi(String sql, int minimum) {
        return new Kpi(
                "buyers",
                new Kpi.Titles("購入者", "Buyers"),
                "owner@example.com",
                "shop",
                new Kpi.Query(sql, Optional.empty(), 0, new Group.AtLeast(minimum)),
                "people",
                Kpi.Direction.UP,
                Kpi.Chart.NUMBER,
                Kpi.Comparison.DAY,
                OptionalDouble.empty(),
                Kpi.Alert.NEVER);
    }
}
