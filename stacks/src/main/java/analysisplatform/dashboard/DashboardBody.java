package analysisplatform.dashboard;

import static analysisplatform.dashboard.Widget.map;

import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import analysisplatform.alarms.Alarms;
import analysisplatform.config.Environment;
import analysisplatform.config.Kpi;
import analysisplatform.config.Source;
import analysisplatform.cost.MonthPrice;
import analysisplatform.json.Json;
import analysisplatform.kpi.CustomMetrics;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * The dashboard of CloudWatch that {@code kpis.yaml} describes. Pure: equal KPIs and sources give
 * an equal dashboard.
 */
public final class DashboardBody {

    private static final int COLUMNS = 24;
    private static final int KPIS_IN_A_ROW = COLUMNS / KpiWidgets.WIDTH;
    private static final int HALF = COLUMNS / 2;

    private final Environment environment;
    private final Names names;
    private final CustomMetrics metrics;

    private DashboardBody(Environment environment) {
        this.environment = environment;
        this.names = Names.of(environment);
        this.metrics = CustomMetrics.of(environment);
    }

    public static boolean isWanted(Environment environment) {
        return environment.platform().dashboard().enabled() && !environment.kpis().isEmpty();
    }

    public static String json(Environment environment) {
        return Json.text(
                map(
                        "start",
                        "-P90D",
                        "periodOverride",
                        "inherit",
                        "widgets",
                        new DashboardBody(environment).grid().widgets()));
    }

    /** ARNs of the alarms that it shows. */
    public static List<String> alarms(Environment environment) {
        return Alarms.onMetrics(environment).stream()
                .map(MetricAlarm::name)
                .map(Arns.of(environment)::alarm)
                .toList();
    }

    private Grid grid() {
        Grid grid = new Grid();
        grid.row(Widget.text(COLUMNS, 2, heading()));
        List<KpiWidgets> kpis = kpis();
        for (int from = 0; from < kpis.size(); from += KPIS_IN_A_ROW) {
            List<KpiWidgets> row = kpis.subList(from, Math.min(kpis.size(), from + KPIS_IN_A_ROW));
            grid.row(row.stream().map(KpiWidgets::tile).toList());
            grid.row(row.stream().map(KpiWidgets::graph).toList());
        }
        List<String> elsewhere = elsewhere();
        if (!elsewhere.isEmpty()) {
            grid.row(
                    Widget.text(
                            COLUMNS,
                            Math.min(6, 2 + elsewhere.size() / 2),
                            "**ここにない KPI KPIs that are not here** (view `kpi_latest`, Athena)\n\n"
                                    + String.join("\n", elsewhere)));
        }
        NightWidgets nights = new NightWidgets(environment);
        grid.row(nights.freshness());
        grid.row(nights.runs(), nights.durations());
        List<Widget> last = new ArrayList<>(List.of(nights.bytes()));
        MonthPrice.of(environment)
                .ifPresent(price -> last.addAll(new MonthWidgets(environment, price).widgets()));
        grid.row(last);
        List<String> alarms = alarms(environment);
        if (!alarms.isEmpty()) {
            grid.row(Widget.alarms(COLUMNS, 4, "アラーム Alarms", alarms));
        }
        return grid;
    }

    private String heading() {
        return "# %s\n毎晩の値です。数字がないときは、その夜に値がありません。 One value a night; no number means that this night gave none."
                .formatted(Arns.of(environment).dashboardName());
    }

    private List<KpiWidgets> kpis() {
        return metrics.kpis().stream()
                .map(kpi -> KpiWidgets.of(kpi, names, names.metricNamespace(sourceOf(kpi))))
                .toList();
    }

    private Source sourceOf(Kpi kpi) {
        return environment.sources().stream()
                .filter(source -> source.name().equals(kpi.source()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> elsewhere() {
        List<String> lines = new ArrayList<>();
        for (Kpi kpi : environment.kpis()) {
            String line = "- %s %s: ".formatted(kpi.title().ja(), kpi.title().en());
            if (!CustomMetrics.isOneNumber(kpi)) {
                lines.add(line + "グループ別 has groups");
            } else if (metrics.leftOut().contains(kpi)) {
                lines.add(line + "上限 `dashboard.customMetrics` allows no more");
            }
        }
        return lines;
    }
}
