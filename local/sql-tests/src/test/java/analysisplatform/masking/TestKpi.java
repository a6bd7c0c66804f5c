package analysisplatform.masking;

import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Group;
import java.util.Optional;
import java.util.OptionalDouble;

/** KPIs of the source {@code learning} that differ in what a test is about. */
final class TestKpi {

    private TestKpi() {}

    /** Whose statement does not matter. */
    static Kpi comparing(String id, Kpi.Comparison comparison) {
        return kpi(id, query("SELECT 1"), comparison, OptionalDouble.empty());
    }

    static Kpi of(String id, Kpi.Query query) {
        return kpi(id, query, Kpi.Comparison.DAY, OptionalDouble.of(12));
    }

    /** Of one number a night. */
    static Kpi.Query query(String sql) {
        return daily(sql, 0);
    }

    /** Of a number a day, for that many days. */
    static Kpi.Query daily(String sql, int days) {
        return new Kpi.Query(sql, Optional.empty(), days, new Group.AtLeast(10));
    }

    /** Of a number per group. */
    static Kpi.Query grouped(String sql) {
        return new Kpi.Query(
                sql, Optional.of(new Kpi.Titles("型", "Kind")), 0, new Group.AtLeast(10));
    }

    private static Kpi kpi(
            String id, Kpi.Query query, Kpi.Comparison comparison, OptionalDouble target) {
        return new Kpi(
                id,
                new Kpi.Titles("試験", "Test"),
                "owner@example.com",
                "learning",
                query,
                "people",
                Kpi.Direction.UP,
                Kpi.Chart.NUMBER,
                comparison,
                target,
                Kpi.Alert.NEVER);
    }
}
