package analysisplatform.report;

import analysisplatform.report.Kpi.Chart;
import analysisplatform.report.Kpi.Comparison;
import analysisplatform.report.Kpi.Direction;
import analysisplatform.report.Kpi.Goal;
import analysisplatform.report.Kpi.Latest;
import analysisplatform.report.Kpi.Look;
import analysisplatform.report.Kpi.Origin;
import analysisplatform.report.Kpi.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A KPI in the making. */
final class KpiBuilder {

    private final String id;
    private final Text title;
    private String unit;
    final List<Latest> latest = new ArrayList<>();
    final List<Point> history = new ArrayList<>();
    private Goal goal = Samples.NO_GOAL;
    private Chart chart = Chart.NUMBER;
    Optional<Text> dimension = Optional.empty();
    private boolean stale;
    private Optional<LocalDate> redefined = Optional.empty();

    KpiBuilder(String id, Text title, String unit) {
        this.id = id;
        this.title = title;
        this.unit = unit;
    }

    KpiBuilder goal(Direction direction, double target, double below) {
        goal = new Goal(direction, optional(target), optional(below), Samples.NOTHING);
        return this;
    }

    KpiBuilder unit(String wanted) {
        unit = wanted;
        return this;
    }

    KpiBuilder chart(Chart wanted) {
        chart = wanted;
        return this;
    }

    KpiBuilder stale() {
        stale = true;
        return this;
    }

    KpiBuilder redefined(LocalDate day) {
        redefined = Optional.of(day);
        return this;
    }

    /** A value with a suppressed one on either side. */
    KpiBuilder between(LocalDate day) {
        add(day.minusDays(1), "", Samples.NOTHING, false);
        add(day, "", OptionalDouble.of(11), false);
        add(day.plusDays(1), "", Samples.NOTHING, false);
        return this;
    }

    KpiBuilder days(int days) {
        return past(days, 1);
    }

    KpiBuilder weeks(int weeks) {
        return past(weeks, 7);
    }

    private KpiBuilder past(int points, int days) {
        double value = latest.get(0).value().orElseThrow();
        for (int back = 1; back < points; back++) {
            history.add(
                    new Point(
                            Samples.TODAY.minusDays((long) back * days),
                            "",
                            OptionalDouble.of(
                                    value * (1 - back * 0.006 + 0.07 * Math.sin(back * 1.7))),
                            false));
        }
        return this;
    }

    void add(LocalDate day, String group, OptionalDouble value, boolean newest) {
        history.add(new Point(day, group, value, value.isEmpty()));
        if (newest) {
            latest.add(new Latest(day, group, value, Samples.NOTHING, value.isEmpty()));
        }
    }

    Kpi kpi() {
        return new Kpi(
                id,
                title,
                new Look(chart, unit, Comparison.MONTH, dimension),
                goal,
                stale,
                latest.isEmpty() ? Optional.empty() : Optional.of(Samples.SNAPSHOT),
                latest,
                history,
                redefined,
                new Origin("product@example.com", "learning"));
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? Samples.NOTHING : OptionalDouble.of(value);
    }
}
