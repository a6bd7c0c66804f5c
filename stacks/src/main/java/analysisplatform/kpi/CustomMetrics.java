package analysisplatform.kpi;

import analysisplatform.config.Environment;
import analysisplatform.config.Kpi;
import analysisplatform.config.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which KPIs are metrics of CloudWatch, where each costs money beyond the first ten of an account.
 *
 * <p>A metric is one number, so a KPI with groups is none: its groups may be many, and no total can
 * be made of percentages or of groups that are left out. Those with an alert come first, because an
 * alarm needs its metric; then the others in the order of {@code kpis.yaml}, as far as the
 * configuration allows.
 *
 * @param kpis that are put every night
 * @param leftOut that are not, though they are one number
 * @param count of all metrics that the environment puts, with those of its nights
 */
public record CustomMetrics(List<Kpi> kpis, List<Kpi> leftOut, int count) {

    /** The sign of life and the snapshot, for each source. */
    public static final int OF_A_SOURCE = 2;

    public CustomMetrics {
        kpis = List.copyOf(kpis);
        leftOut = List.copyOf(leftOut);
    }

    public static CustomMetrics of(Environment environment) {
        var dashboard = environment.platform().dashboard();
        int ofNights = OF_A_SOURCE * environment.sources().size();
        List<Kpi> numbers = environment.kpis().stream().filter(CustomMetrics::isOneNumber).toList();
        List<Kpi> wanted =
                Stream.concat(
                                numbers.stream().filter(CustomMetrics::hasAlert),
                                numbers.stream()
                                        .filter(Predicate.not(CustomMetrics::hasAlert))
                                        .filter(kpi -> dashboard.enabled()))
                        .limit(Math.max(0, dashboard.customMetrics() - ofNights))
                        .toList();
        List<Kpi> kpis = numbers.stream().filter(wanted::contains).toList();
        List<Kpi> leftOut = new ArrayList<>(numbers);
        leftOut.removeAll(kpis);
        return new CustomMetrics(kpis, leftOut, ofNights + kpis.size());
    }

    /** How many are needed whatever else is left out. */
    public static int atLeast(List<Kpi> kpis, int sources) {
        return OF_A_SOURCE * sources
                + (int)
                        kpis.stream()
                                .filter(CustomMetrics::isOneNumber)
                                .filter(CustomMetrics::hasAlert)
                                .count();
    }

    public List<Kpi> of(Source source) {
        return kpis.stream().filter(kpi -> kpi.source().equals(source.name())).toList();
    }

    public static boolean isOneNumber(Kpi kpi) {
        return kpi.query().dimension().isEmpty();
    }

    private static boolean hasAlert(Kpi kpi) {
        return !kpi.alert().equals(Kpi.Alert.NEVER);
    }
}
