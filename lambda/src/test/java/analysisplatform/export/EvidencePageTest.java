package analysisplatform.export;

import static analysisplatform.export.EvidenceExample.prove;
import static analysisplatform.export.EvidenceExample.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that people read. */
class EvidencePageTest {

    private static final Pattern TAG = Pattern.compile("<([a-zA-Z0-9]+)((?:[^>\"]|\"[^\"]*\")*)>");

    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"");

    private final World world = new World();
    private final Map<String, Object> request = EvidenceExample.published();

    @BeforeEach
    void theDeploymentLeftASummary() {
        EvidenceExample.putSummary(world, "users", "plan", "one of three");
    }

    @Test
    void showsVerdictNightChecksColumnsReadersAndLawInBothLanguages() {
        prove(world, request, "users", row(0, "residue", "users", "plan", 0));

        assertThat(page())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .containsSubsequence(
                        "Published; every check passed",
                        "公開済み・すべての検査に合格",
                        EvidenceExample.RUN,
                        "2026-03-03 03:05:09 Asia/Tokyo (2026-03-02 18:05:09 UTC)",
                        "1,234,567,890",
                        "0a1b2c3d",
                        "v1",
                        "Statements run: 1. Violations: 0.",
                        "検査クエリ 1 件を実行し、違反は 0 件でした。",
                        "No raw value of a protected column occurs in any published text.",
                        "plan",
                        "そのまま公開する。",
                        "one of three",
                        "role/data-team",
                        "施行規則第31条第2号",
                        "not legal advice",
                        "法的助言ではありません");
    }

    @Test
    void loadsNothingAndRunsNothing() {
        assertThat(page())
                .contains("default-src 'none'")
                .doesNotContain(
                        "<script", "<link", "<img", "@import", "url(", "http://", "https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style><svg onload=alert(1)>",
                "&lt;b&gt; & &#60;i&#62;",
                "]]><!-- --><?php",
            })
    void noNameActsAsMarkup(String nasty) {
        EvidenceExample.putSummary(world, nasty, nasty, nasty);
        Map<String, Object> halted = EvidenceExample.halted(nasty, nasty, nasty);
        halted.put("snapshotArn", nasty);
        halted.put("executionArn", nasty);
        halted.put("drift", Map.of("findings", nasty, "patch", nasty, "withheld", nasty));
        prove(world, halted, "users", row(1, nasty, nasty, nasty, 1));

        world.ask(halted);
        String page = world.s3.objects.get(EvidenceExample.PAGE);

        assertThat(names(TAG, page)).isEqualTo(elementsOfAHarmlessPage());
        assertThat(attributes(page))
                .isSubsetOf(
                        "charset",
                        "class",
                        "content",
                        "data-label",
                        "http-equiv",
                        "lang",
                        "name",
                        "scope");
        assertThat(page).doesNotContain(nasty);
        assertThat(unescaped(page)).contains(nasty);
    }

    @Test
    void whatCannotBeShownIsReplaced() {
        EvidenceExample.putSummary(world, "users", "a\u0000b\u0007c", "\uD83D\uDE00 \uD83D!");

        assertThat(page()).contains("a\uFFFDb\uFFFDc", "\uD83D\uDE00 \uFFFD!");
    }

    @ParameterizedTest
    @CsvSource({
        "residue, 保護対象の列の元の値",
        "rows, 行数が一致する",
        "pattern_my_number, マイナンバー",
        "k_anonymity, 準識別子",
    })
    void saysWhatACheckShows(String check, String japanese) {
        prove(world, request, "users", row(0, check, "users", "", 0));

        assertThat(page()).contains(japanese);
    }

    @Test
    void showsACheckThatItDoesNotKnowByItsName() {
        prove(world, request, "users", row(0, "brand_new", "users", "", 0));

        assertThat(page()).contains(">brand_new<");
    }

    @Test
    void showsViolationsInDetailBeforeAnythingElseOfTheChecks() {
        Map<String, Object> halted =
                EvidenceExample.halted("Prove", "ProofViolated", "residue in table users");
        prove(
                world,
                halted,
                "users",
                row(3, "residue", "users", "plan", 3),
                row(3, "rows", "users", "", 0));

        world.ask(halted);

        assertThat(world.s3.objects.get(EvidenceExample.PAGE))
                .containsSubsequence(
                        "Halted; this run was not published",
                        "What went wrong",
                        "residue in table users",
                        "Violations in detail",
                        "Every count");
    }

    @Test
    void showsWhatWasWithheldWithTheRulesToPaste() {
        request.put(
                "drift",
                Map.of(
                        "withheld",
                        "2",
                        "findings",
                        "users.line_id is not classified",
                        "patch",
                        "users:\n  columns:\n    line_id: {class: identifier, action: drop}"));

        assertThat(page())
                .containsSubsequence(
                        "Columns withheld",
                        "<dd>2</dd>",
                        "users.line_id is not classified",
                        "<pre>users:\n  columns:");
    }

    @Test
    void doesNotPretendThatSomebodyComparedWhenNobodyDid() {
        assertThat(page())
                .contains("No comparison is attached.", "比較結果の添付はありません。")
                .contains("no result of a check is attached");
    }

    private String page() {
        world.ask(request);
        return world.s3.objects.get(EvidenceExample.PAGE);
    }

    /** The same sections, filled with letters. */
    private static Set<String> elementsOfAHarmlessPage() {
        World world = new World();
        EvidenceExample.putSummary(world, "users", "plan", "reason");
        Map<String, Object> halted = EvidenceExample.halted("Prove", "ProofViolated", "cause");
        halted.put("drift", Map.of("findings", "one", "patch", "two", "withheld", "3"));
        prove(world, halted, "users", row(1, "residue", "users", "plan", 1));
        world.ask(halted);
        return names(TAG, world.s3.objects.get(EvidenceExample.PAGE));
    }

    private static Set<String> attributes(String page) {
        return TAG.matcher(page)
                .results()
                .map(tag -> tag.group(2))
                .flatMap(inside -> names(ATTRIBUTE, inside).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String unescaped(String page) {
        return page.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
