package analysisplatform.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser that has no network. Skipped, with one line, where there is none. */
class ReportInBrowserTest {

    private static final Pattern CHART = Pattern.compile("<figure data-chart=\"(\\w+)\"[^>]*>");

    @TempDir private Path folder;
    private Browser browser;

    @BeforeEach
    void findABrowser() {
        Optional<Browser> found = Browser.found(folder);
        if (found.isEmpty()) {
            System.out.println(
                    "SKIPPED: the report page in a browser, because neither chromium nor"
                            + " google-chrome is on the PATH.");
        }
        assumeThat(found).isPresent();
        browser = found.orElseThrow();
    }

    @Test
    void everyChartIsDrawnAndNothingIsComplainedAbout() throws Exception {
        Report report = Samples.ordinary();

        Browser.Opened opened = open(ReportPage.html(report), 1280);

        assertThat(opened.console()).isEmpty();
        assertThat(charts(opened))
                .containsExactly("spark", "spark", "spark", "line", "bar", "stacked");
        assertThat(opened.dom()).doesNotContain("data-drawn=\"false\"");
        assertThat(occurrences(opened, "data-drawn=\"true\"")).isEqualTo(6);
        for (Kpi kpi : report.kpis()) {
            assertThat(opened.dom()).contains("data-kpi=\"" + kpi.id() + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void whateverAKpiIsCalledAndWhateverItsValueThePageFitsItsWindow(int width) throws Exception {
        Browser.Opened opened = open(ReportPage.html(Samples.nasty()), width);

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("data-fits=\"true\"");
        assertThat(occurrences(opened, "data-drawn=\"true\"")).isEqualTo(charts(opened).size());
        assertThat(charts(opened)).hasSize(8);
    }

    @Test
    void aPageWithoutAnyKpiOpensToo() throws Exception {
        Browser.Opened opened = open(ReportPage.html(Samples.of(List.of())), 1280);

        assertThat(opened.console()).isEmpty();
        assertThat(opened.dom()).contains("There is no KPI yet").contains("data-fits=\"true\"");
    }

    /** Otherwise an empty console in the other tests would prove nothing. */
    @Test
    void anErrorOfAScriptIsSeen() throws Exception {
        String broken =
                ReportPage.html(Samples.ordinary())
                        .replace(
                                "<script type=\"application/json\">{",
                                "<script type=\"application/json\">");

        assertThat(open(broken, 1280).console()).anyMatch(line -> line.contains("SyntaxError"));
    }

    /** The page's own policy stops what somebody might smuggle in. */
    @Test
    void aForeignScriptOrPictureIsRefusedByThePageItself() throws Exception {
        String altered =
                ReportPage.html(Samples.ordinary())
                        .replace(
                                "</main>",
                                "<img src=\"https://example.com/x.png\"><script>document.title='owned'</script></main>");

        Browser.Opened opened = open(altered, 1280);

        assertThat(opened.dom()).doesNotContain("<title>owned</title>");
        assertThat(opened.console())
                .anyMatch(line -> line.contains("https://example.com/x.png"))
                .anyMatch(line -> line.contains("inline script"));
    }

    private Browser.Opened open(String html, int width) throws IOException, InterruptedException {
        Path page = folder.resolve("report.html");
        Files.writeString(page, html);
        return browser.open(page, width);
    }

    private static List<String> charts(Browser.Opened opened) {
        return CHART.matcher(opened.dom()).results().map(chart -> chart.group(1)).toList();
    }

    private static long occurrences(Browser.Opened opened, String text) {
        return Pattern.compile(Pattern.quote(text)).matcher(opened.dom()).results().count();
    }
}
