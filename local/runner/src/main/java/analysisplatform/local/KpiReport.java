package analysisplatform.local;

import analysisplatform.config.Environment;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.report.Kpi;
import analysisplatform.report.Report;
import analysisplatform.report.Report.Freshness;
import analysisplatform.report.Report.MaskedColumn;
import analysisplatform.report.Report.MaskedTable;
import analysisplatform.report.Text;
import analysisplatform.words.MaskWords;
import analysisplatform.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * The report of an environment, read with the analyst role: what it shows, every analyst may see.
 */
final class KpiReport {

    private static final Pattern RUN = Pattern.compile("r(\\d{14})_[0-9a-f]{8}");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Environment environment;
    private final Names names;
    private final Clients clients;

    KpiReport(Environment environment, Clients clients) {
        this.environment = environment;
        this.names = Names.of(environment);
        this.clients = clients;
    }

    Report at(Instant now) {
        String project = environment.platform().project();
        return new Report(
                new Text(project + " の KPI", "KPIs of " + project),
                environment.name(),
                now,
                environment.platform().timeZone(),
                environment.kpis().isEmpty() ? List.of() : kpis(),
                environment.sources().stream()
                        .flatMap(source -> freshness(source).stream())
                        .toList(),
                environment.sources().stream().flatMap(source -> masks(source).stream()).toList());
    }

    private List<Kpi> kpis() {
        Analyst analyst = Analyst.of(clients, names, names.kpiDatabase());
        return kpis(
                environment.kpis(),
                analyst.ask(ScreenQueries.latest()),
                analyst.ask(ScreenQueries.history(environment.kpis())));
    }

    /**
     * The KPIs of the file with what was found of them.
     *
     * @param latest answer to {@link ScreenQueries#latest}
     * @param history answer to {@link ScreenQueries#history}
     */
    static List<Kpi> kpis(
            List<analysisplatform.config.Kpi> kpis, Analyst.Answer latest, Analyst.Answer history) {
        Map<String, List<Map<String, String>>> newest = byKpi(latest);
        Map<String, List<Map<String, String>>> past = byKpi(history);
        return kpis.stream()
                .map(
                        kpi ->
                                shown(
                                        kpi,
                                        newest.getOrDefault(kpi.id(), List.of()),
                                        past.getOrDefault(kpi.id(), List.of())))
                .toList();
    }

    private static Kpi shown(
            analysisplatform.config.Kpi kpi,
            List<Map<String, String>> latest,
            List<Map<String, String>> history) {
        List<Map<String, String>> computed =
                latest.stream().filter(row -> row.get("day") != null).toList();
        return new Kpi(
                kpi.id(),
                text(kpi.title()),
                new Kpi.Look(
                        Kpi.Chart.valueOf(kpi.chart().name()),
                        kpi.unit(),
                        Kpi.Comparison.valueOf(kpi.comparison().name()),
                        kpi.query().dimension().map(KpiReport::text)),
                new Kpi.Goal(
                        Kpi.Direction.valueOf(kpi.direction().name()),
                        kpi.target(),
                        kpi.alert().below(),
                        kpi.alert().above()),
                latest.stream().anyMatch(row -> Boolean.parseBoolean(row.get("stale"))),
                computed.stream().map(row -> moment(row.get("snapshot_time"))).findFirst(),
                computed.stream().map(KpiReport::latest).toList(),
                history.stream().map(KpiReport::point).toList(),
                redefined(history),
                new Kpi.Origin(kpi.owner(), kpi.source()));
    }

    private static Kpi.Latest latest(Map<String, String> row) {
        return new Kpi.Latest(
                LocalDate.parse(row.get("day")),
                row.get("dimension"),
                number(row.get("value")),
                number(row.get("previous_value")),
                Boolean.parseBoolean(row.get("suppressed")));
    }

    private static Kpi.Point point(Map<String, String> row) {
        return new Kpi.Point(
                LocalDate.parse(row.get("day")),
                row.get("dimension"),
                number(row.get("value")),
                Boolean.parseBoolean(row.get("suppressed")));
    }

    /** The first day whose values, and all later ones, have the newest day's definition. */
    private static Optional<LocalDate> redefined(List<Map<String, String>> history) {
        for (int at = history.size() - 1; at > 0; at--) {
            Map<String, String> row = history.get(at);
            if (!row.get("definition").equals(history.get(at - 1).get("definition"))) {
                return Optional.of(LocalDate.parse(row.get("day")));
            }
        }
        return Optional.empty();
    }

    /**
     * The catalogue tells which run a view shows, and the run's name when its snapshot was taken.
     */
    private List<Freshness> freshness(Source source) {
        Map<String, String> views = views(source);
        return source.sourceTables().stream()
                .map(SourceTable::publishedName)
                .map(
                        table -> {
                            Optional<Matcher> run =
                                    Optional.ofNullable(views.get(table))
                                            .map(RUN::matcher)
                                            .filter(Matcher::find);
                            return new Freshness(
                                    source.name(),
                                    table,
                                    run.map(found -> taken(found.group(1))),
                                    run.map(Matcher::group).orElse(""));
                        })
                .toList();
    }

    private Map<String, String> views(Source source) {
        String role = new Roles(names).analyst().arn();
        try (GlueClient glue = clients.assuming(role).glue()) {
            List<Table> tables = new ArrayList<>();
            glue.getTablesPaginator(r -> r.databaseName(names.publishedDatabase(source)))
                    .forEach(page -> tables.addAll(page.tableList()));
            return StoredView.runs(tables);
        }
    }

    private List<MaskedTable> masks(Source source) {
        MaskingPolicy policy = environment.policyOf(source);
        return source.sourceTables().stream()
                .map(
                        table ->
                                new MaskedTable(
                                        source.name(),
                                        table.publishedName(),
                                        policy
                                                .tables()
                                                .get(table.configured())
                                                .columns()
                                                .entrySet()
                                                .stream()
                                                .map(
                                                        column ->
                                                                masked(
                                                                        policy,
                                                                        column.getKey(),
                                                                        column.getValue()))
                                                .toList()))
                .toList();
    }

    private static MaskedColumn masked(MaskingPolicy policy, String name, ColumnPolicy column) {
        return new MaskedColumn(
                name,
                !column.action().published().isEmpty(),
                text(MaskWords.of(column.dataClass())),
                column.action().keyword(),
                text(MaskWords.of(policy).of(column.action()).whole()));
    }

    private static Map<String, List<Map<String, String>>> byKpi(Analyst.Answer answer) {
        return answer.named().stream().collect(Collectors.groupingBy(row -> row.get("kpi")));
    }

    private static Instant taken(String seconds) {
        return LocalDateTime.parse(seconds, SECONDS).toInstant(ZoneOffset.UTC);
    }

    /** Athena writes a blank between date and time. */
    private static Instant moment(String athena) {
        return LocalDateTime.parse(athena.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    private static OptionalDouble number(String text) {
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    private static Text text(analysisplatform.config.Kpi.Titles titles) {
        return new Text(titles.ja(), titles.en());
    }

    private static Text text(Words words) {
        return new Text(words.ja(), words.en());
    }
}
