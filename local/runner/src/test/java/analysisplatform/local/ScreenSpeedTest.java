package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Kpi;
import analysisplatform.docs.GeneratedPage;
import analysisplatform.kpi.KpiCatalog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a screen of KPIs reads. {@code -Dgolden.update=true} writes the measured numbers into
 * docs/speed.md.
 */
@OnTheStandIn
class ScreenSpeedTest {

    private static final int LIMIT = 100 * 1024;

    /** Nights after which a screen that asks Athena itself is measured. */
    private static final List<Integer> NIGHTS = List.of(1, 7, 30, 60, 365);

    private final DeployedPlatform platform;
    private final Path page;

    ScreenSpeedTest(DeployedPlatform platform) {
        this.platform = platform;
        this.page = Path.of(System.getProperty("platform.root"), "docs", "speed.md");
    }

    @BeforeEach
    void somethingIsPublished() {
        platform.publishedBefore();
    }

    @Test
    void aScreenReadsAtMostAHundredKilobytes() throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        try (StoredHistory history = new StoredHistory(platform)) {
            history.becomes(1);
            tables.put("tiles", tiles());
            tables.put("nights", nights(history));
        }

        if (Boolean.getBoolean("golden.update")) {
            new GeneratedPage("speed.md", tables).write();
        }
        assertThat(Files.readString(page))
                .as("docs/speed.md, to be rewritten with -Dgolden.update=true")
                .contains(kpis().stream().map(kpi -> "| `" + kpi.id() + "` |").toList());
    }

    @Test
    void aTileReadsTheHistoryOfKpisAndNothingElse() throws IOException {
        platform.kpis(ScreenQueries.latest());

        assertThat(read(ScreenQueries.latest())).containsExactly(history());
        for (Kpi kpi : kpis()) {
            assertThat(read(ScreenQueries.history(List.of(kpi))))
                    .as(kpi.id())
                    .containsExactly(history());
        }
        assertThat(read(ScreenQueries.history(kpis()))).containsExactly(history());
    }

    /** Otherwise the test before would prove nothing. */
    @Test
    void aQueryOverAPublishedViewIsSeen() throws IOException {
        String query =
                "SELECT count(*) FROM %s.users"
                        .formatted(platform.names.publishedDatabase(platform.source));

        assertThat(read(query))
                .singleElement()
                .asString()
                .startsWith(platform.names.maskedDatabase(platform.source) + ".users__");
    }

    private String tiles() {
        StringBuilder table =
                new StringBuilder(
                        "\n| KPI | chart | rows | shown, bytes | scanned, bytes |\n| --- | --- | --: | --: | --: |\n");
        long shown = 0;
        long scanned = 0;
        Map<String, Long> newest = shownLatest();
        for (Kpi kpi : kpis()) {
            Analyst.Answer answer = platform.kpis(ScreenQueries.history(List.of(kpi)));
            long bytes = size(answer.rows()) + newest.get(kpi.id());
            shown += bytes;
            scanned += answer.scannedBytes();
            table.append(
                    "| `%s` | %s | %s | %s | %s |\n"
                            .formatted(
                                    kpi.id(),
                                    kpi.chart().name().toLowerCase(Locale.ROOT),
                                    number(answer.rows().size()),
                                    number(bytes),
                                    number(answer.scannedBytes())));
        }
        Analyst.Answer latest = platform.kpis(ScreenQueries.latest());
        scanned += latest.scannedBytes();
        table.append(
                "| the newest values of all | | %s | | %s |\n"
                        .formatted(number(latest.rows().size()), number(latest.scannedBytes())));
        table.append(
                "| **screen** | | | **%s** | **%s** |\n\n"
                        .formatted(number(shown), number(scanned)));

        assertThat(shown).as("bytes that a screen shows").isBetween(1L, (long) LIMIT);
        assertThat(scanned)
                .as("bytes that a screen scans after one night, tile by tile")
                .isBetween(1L, (long) LIMIT);
        return table.toString();
    }

    private String nights(StoredHistory history) {
        StringBuilder table =
                new StringBuilder(
                        "\n| nights stored | history, bytes | newest values scan, bytes | all tiles in one query scan, bytes |\n| --: | --: | --: | --: |\n");
        for (int nights : NIGHTS) {
            history.becomes(nights);
            table.append(
                    "| %d | %s | %s | %s |\n"
                            .formatted(
                                    nights,
                                    number((long) nights * history.bytesOfANight()),
                                    number(platform.kpis(ScreenQueries.latest()).scannedBytes()),
                                    number(
                                            platform.kpis(ScreenQueries.history(kpis()))
                                                    .scannedBytes())));
        }
        return table.append("\n").toString();
    }

    private Map<String, Long> shownLatest() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        platform.kpis(ScreenQueries.latest())
                .rows()
                .forEach(row -> bytes.merge(row.get(0), size(List.of(row)), Long::sum));
        return bytes;
    }

    private static long size(List<List<String>> rows) {
        return rows.stream()
                .flatMap(List::stream)
                .mapToLong(
                        cell ->
                                1
                                        + (cell == null
                                                ? 0
                                                : cell.getBytes(StandardCharsets.UTF_8).length))
                .sum();
    }

    /** The tables that the engine would read, whatever views stand before them. */
    private List<String> read(String sql) throws IOException {
        Object plan =
                platform.standIn
                        .engine()
                        .client()
                        .inSchema(platform.names.kpiDatabase())
                        .execute("EXPLAIN (TYPE IO, FORMAT JSON) " + sql)
                        .value();
        List<String> tables = new ArrayList<>();
        for (JsonNode input :
                new ObjectMapper().readTree(String.valueOf(plan)).path("inputTableColumnInfos")) {
            JsonNode table = input.at("/table/schemaTable");
            tables.add(table.path("schema").asText() + "." + table.path("table").asText());
        }
        return List.copyOf(new TreeSet<>(tables));
    }

    private String history() {
        return platform.names.kpiDatabase() + "." + KpiCatalog.TABLE;
    }

    private List<Kpi> kpis() {
        return platform.environment.kpis();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
