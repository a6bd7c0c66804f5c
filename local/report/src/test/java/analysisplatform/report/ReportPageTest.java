package analysisplatform.report;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.report.Kpi.Chart;
import analysisplatform.report.Kpi.Direction;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page says. */
class ReportPageTest {

    private static final Pattern SCRIPT =
            Pattern.compile("(?s)<script[^>]*>.*?</script>|<style>.*?</style>");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567.8 | 1,234,568",
                "-1234567 | −1,234,567",
                "999.96 | 1,000",
                "12.25 | 12.3",
                "0.00042 | 0.00042",
                "0 | 0",
                "-0.0 | 0",
                "1.5e22 | 1.5E22",
                "1e-9 | 1E−9",
                "NaN | –"
            })
    void numbersAreWrittenForPeople(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, 110, 100, state good, ▲ +10 (+10%) 改善 better 前月比",
        "UP, 90, 100, state bad, ▼ −10 (−10%) 悪化 worse 前月比",
        "DOWN, 90, 100, state good, ▼ −10 (−10%) 改善 better 前月比",
        "DOWN, 110, 100, state bad, ▲ +10 (+10%) 悪化 worse 前月比",
        "NONE, 110, 100, state neutral, ▲ +10 (+10%) 増減 change 前月比",
        "UP, 100, 100, state same, ■ ±0 変化なし unchanged 前月比"
    })
    void goodAndBadAreToldBySignAndWordsToo(
            Direction direction, double value, double before, String css, String words) {
        String page =
                words(
                        Samples.number("k", new Text("題", "Title"), "人", value, before)
                                .goal(direction, Double.NaN, Double.NaN)
                                .kpi());

        assertThat(page).contains(css);
        assertThat(change(page)).contains(words);
    }

    @Test
    void aChangeIsToldInNumbersAndPercent() {
        assertThat(
                        change(
                                words(
                                        Samples.number(
                                                        "k",
                                                        new Text("題", "T"),
                                                        "JPY",
                                                        328_400,
                                                        341_900)
                                                .kpi())))
                .contains("−13,500 (−3.9%)");
    }

    @Test
    void aChangeOfPercentIsToldInPointsOnly() {
        assertThat(change(words(Samples.number("k", new Text("題", "T"), "%", 4.2, 5.1).kpi())))
                .contains("−0.9 pt")
                .doesNotContain("(");
    }

    @Test
    void aChangeFromZeroHasNoPercent() {
        assertThat(change(words(Samples.number("k", new Text("題", "T"), "人", 5, 0).kpi())))
                .contains("+5 ")
                .doesNotContain("%");
    }

    @Test
    void aTargetSaysWhetherItIsReached() {
        assertThat(text(goal(Direction.UP, 131, 120))).contains("目標 Target 120 ✓ 達成 reached");
        assertThat(text(goal(Direction.UP, 110, 120)))
                .contains("目標 Target 120 ✗ 未達・あと 10 missed by 10");
        assertThat(text(goal(Direction.DOWN, 4, 5))).contains("✓ 達成 reached");
        assertThat(text(goal(Direction.DOWN, 7, 5))).contains("✗ 未達・あと 2 missed by 2");
        assertThat(text(goal(Direction.NONE, 7, 5))).contains("差 2 off by 2");
    }

    @Test
    void anAlertIsToldOnTheCardAndCounted() {
        String page =
                words(
                        Samples.number("k", new Text("題", "T"), "人", 40, 45)
                                .goal(Direction.UP, 120, 50)
                                .kpi());

        assertThat(text(page)).contains("警告 Alerts 1").contains("⚠ 警告：50 を下回っています Alert: below 50");
    }

    @Test
    void aStaleKpiKeepsItsValueAndSaysSo() {
        String page = words(Samples.number("k", new Text("題", "T"), "人", 40, 45).stale().kpi());

        assertThat(text(page)).contains("⟳ 更新なし Stale").contains("40 人");
    }

    @Test
    void aChangedDefinitionIsToldWithItsDay() {
        String page =
                words(
                        Samples.number("k", new Text("題", "T"), "人", 40, 45)
                                .days(9)
                                .redefined(Samples.TODAY.minusDays(3))
                                .kpi());

        assertThat(text(page)).contains("Defined anew on 2026-11-18");
    }

    @Test
    void aSuppressedValueIsSuppressedEverywhere() {
        String page = words(Samples.suppressed("k", new Text("題", "T")).kpi());

        assertThat(text(page)).contains("⊘ 非表示（少人数） suppressed (small group)");
        assertThat(page).doesNotContain("class=\"number");
    }

    @Test
    void aSuppressedGroupIsARowWithoutNameAndNumber() {
        String page =
                words(Samples.groups("k", new Text("題", "T"), Chart.TABLE, 2, 1).unit("人").kpi());

        assertThat(text(page))
                .contains("（少人数のグループ） (small groups) 非表示（少人数） suppressed (small group)");
    }

    @Test
    void aKpiThatNeverHadAValueHasACard() {
        String page = words(new KpiBuilder("k", new Text("題", "T"), "人").chart(Chart.LINE).kpi());

        assertThat(page).contains("data-kpi=\"k\"").doesNotContain("<canvas");
        assertThat(text(page)).contains("まだ値がありません no value yet");
    }

    @Test
    void everyChartHasItsNumbersInATable() {
        String page = words(Samples.number("k", new Text("題", "T"), "人", 12, 13).days(3).kpi());

        assertThat(page).contains("<canvas role=\"img\" aria-label=\"題（人） / T (人)\">");
        assertThat(text(page)).contains("2026-11-21 12 2026-11-20").contains("2026-11-19");
    }

    @Test
    void whatIsStackedBeyondTheColoursIsAddedUp() {
        Kpi kpi = Samples.groups("k", new Text("題", "T"), Chart.STACKED, 12, 1).unit("人").kpi();
        double others =
                kpi.latest().stream()
                        .mapToDouble(latest -> latest.value().orElse(0))
                        .sorted()
                        .limit(6)
                        .sum();

        String json = Drawing.of(kpi).orElseThrow().json();

        assertThat(json).contains("その他").contains("[" + others + "]");
        assertThat(Pattern.compile("\"label\":").matcher(json).results()).hasSize(8);
    }

    @Test
    void textsAreShownAndNeverRun() {
        Kpi kpi =
                Samples.number("k", new Text(Samples.MARKUP, Samples.MARKUP), Samples.MARKUP, 1, 2)
                        .chart(Chart.LINE)
                        .days(3)
                        .kpi();
        String page = ReportPage.html(Samples.of(List.of(kpi)));

        assertThat(page).doesNotContain("<img").contains("&lt;img src");
        assertThat(SCRIPT.matcher(page).results().map(MatchResult::group))
                .as("style, the chart's data, the library and the page's script")
                .hasSize(4);
    }

    @Test
    void nothingIsFetched() {
        String page = SCRIPT.matcher(ReportPage.html(Samples.ordinary())).replaceAll("");

        assertThat(page).contains("content=\"default-src 'none';");
        assertThat(page)
                .doesNotContainPattern("(?i)\\b(src|href|action|data)=|url\\(|@import|https?:");
    }

    @Test
    void tablesTellTheirAgeAndWhatIsTooOld() {
        assertThat(text(words()))
                .contains("learning.users 2026-11-21 03:05 JST 2 時間前 2 hours ago")
                .contains("learning.posts 2026-11-18 19:31 JST 古い：2 日前 too old: 2 days ago")
                .contains("learning.empty 不明 unknown");
    }

    @Test
    void masksAreToldInPlainWords() {
        assertThat(text(words()))
                .contains("2 列のうち 1 列を公開 1 of 2 columns published")
                .contains("email 個人を特定 identifier email 仮名に置き換え replaced by a pseudonym")
                .contains("name 個人を特定 identifier drop 公開しない not published");
    }

    @Test
    void theSameReportGivesTheSamePage() {
        assertThat(ReportPage.html(Samples.ordinary()))
                .isEqualTo(ReportPage.html(Samples.ordinary()));
    }

    private static String goal(Direction direction, double value, double target) {
        return words(
                Samples.number("k", new Text("題", "T"), "人", value, value)
                        .goal(direction, target, Double.NaN)
                        .kpi());
    }

    /** The page without its scripts and styles. */
    private static String words(Kpi... kpis) {
        return SCRIPT.matcher(ReportPage.html(Samples.of(List.of(kpis)))).replaceAll("");
    }

    private static String change(String page) {
        int start = page.indexOf("<p class=\"change\">");
        return text(page.substring(start, page.indexOf("</p>", start)));
    }

    private static String text(String html) {
        return html.replace("<wbr>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ")
                .replace(" .", ".");
    }
}
