package analysisplatform.report;

import analysisplatform.report.Report.Freshness;
import analysisplatform.report.Report.MaskedColumn;
import analysisplatform.report.Report.MaskedTable;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A report as one HTML file that needs nothing else: no server, no network, no second file. Its own
 * content security policy forbids every request and every script but the two in it.
 */
public final class ReportPage {

    /** An older table has missed a night. */
    private static final Duration FRESH = Duration.ofHours(26);

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ENGLISH);

    private static final String LIBRARY = "org.webjars.npm/chart.js";

    private ReportPage() {}

    /** The same report always gives the same page. */
    public static String html(Report report) {
        Template template =
                Mustache.compiler()
                        .strictSections(true)
                        .withLoader(name -> reader(name + ".html"))
                        .compile(reader("page.html"));
        return template.execute(view(report));
    }

    /** What the template reads. */
    private record View(
            Text title,
            String environment,
            String madeAt,
            List<Count> summary,
            boolean noKpis,
            boolean hasNumbers,
            List<Card> numbers,
            boolean hasCharts,
            List<Card> charts,
            List<Table> tables,
            List<Masks> masks,
            String style,
            String styleHash,
            String library,
            String libraryHash,
            String libraryVersion,
            String script,
            String scriptHash) {}

    private record Count(String css, Text label, String value) {}

    private record Table(
            String source, String table, String time, String run, String css, Text age) {}

    private record Masks(String source, String table, Text count, List<MaskedColumn> columns) {}

    private static View view(Report report) {
        List<Card> numbers = cards(report, true);
        List<Card> charts = cards(report, false);
        String style = resource("page.css");
        String script = resource("page.js");
        String version = libraryVersion();
        String library = library(version);
        return new View(
                report.title(),
                report.environment(),
                time(report, report.madeAt()),
                summary(report, numbers, charts),
                report.kpis().isEmpty(),
                !numbers.isEmpty(),
                numbers,
                !charts.isEmpty(),
                charts,
                report.tables().stream().map(table -> table(report, table)).toList(),
                report.masks().stream().map(ReportPage::masks).toList(),
                style,
                hash(style),
                library,
                hash(library),
                version,
                script,
                hash(script));
    }

    private static List<Card> cards(Report report, boolean numbers) {
        return report.kpis().stream()
                .filter(kpi -> (kpi.look().chart() == Kpi.Chart.NUMBER) == numbers)
                .map(kpi -> Card.of(kpi, moment -> time(report, moment)))
                .toList();
    }

    private static List<Count> summary(Report report, List<Card> numbers, List<Card> charts) {
        long stale = report.kpis().stream().filter(Kpi::stale).count();
        long alerts =
                numbers.stream().filter(card -> !card.css().isEmpty()).count()
                        + charts.stream().filter(card -> !card.css().isEmpty()).count();
        String newest =
                report.tables().stream()
                        .flatMap(table -> table.snapshotTime().stream())
                        .max(Instant::compareTo)
                        .map(moment -> time(report, moment))
                        .orElse("–");
        return List.of(
                new Count("", new Text("データの時点", "Data as of"), newest),
                new Count("", Text.same("KPI"), Integer.toString(report.kpis().size())),
                new Count(bad(stale), new Text("更新なし", "Stale"), Long.toString(stale)),
                new Count(bad(alerts), new Text("警告", "Alerts"), Long.toString(alerts)));
    }

    private static String bad(long count) {
        return count > 0 ? "bad" : "";
    }

    private static Table table(Report report, Freshness table) {
        Duration age =
                table.snapshotTime()
                        .map(moment -> Duration.between(moment, report.madeAt()))
                        .orElse(null);
        boolean fresh = age != null && age.compareTo(FRESH) <= 0;
        Text words =
                age == null
                        ? new Text("不明", "unknown")
                        : fresh ? Words.age(age.toHours()) : Words.tooOld(age.toHours());
        return new Table(
                table.source(),
                table.table(),
                table.snapshotTime().map(moment -> time(report, moment)).orElse(null),
                table.run(),
                fresh ? "good" : "bad",
                words);
    }

    private static Masks masks(MaskedTable table) {
        long published = table.columns().stream().filter(MaskedColumn::published).count();
        int all = table.columns().size();
        return new Masks(
                table.source(),
                table.table(),
                new Text(
                        "%d 列のうち %d 列を公開".formatted(all, published),
                        "%d of %d columns published".formatted(published, all)),
                table.columns());
    }

    private static String time(Report report, Instant moment) {
        return MINUTES.format(moment.atZone(report.zone()));
    }

    /** The one file for browsers, without the hint at a second one. */
    private static String library(String version) {
        return resource(
                        "/META-INF/resources/webjars/chart.js/"
                                + version
                                + "/dist/chart.umd.min.js")
                .replaceAll("(?m)^//# sourceMappingURL=.*$", "");
    }

    private static String libraryVersion() {
        Properties properties = new Properties();
        try {
            properties.load(
                    new StringReader(resource("/META-INF/maven/" + LIBRARY + "/pom.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the version of " + LIBRARY, e);
        }
        return properties.getProperty("version");
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Reader reader(String name) {
        return new StringReader(resource(name));
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
