package analysisplatform.export;

import analysisplatform.export.Html.Column;
import analysisplatform.export.ProofResult.Check;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the proofs counted: first the sums, at the end of the page every count. */
final class ProofSections {

    private static final Column CHECK = new Column("Check", "検査");
    private static final Column MEANING = new Column("What it shows", "確認した内容");
    private static final Column COUNTED = new Column("Comparisons", "比較件数");
    private static final Column VIOLATED = new Column("Violations", "違反件数");
    private static final Column TABLE = new Column("Table", "表");
    private static final Column COLUMN = new Column("Column", "列");
    private static final Column RAW = new Column("Raw", "元データ");
    private static final Column MASKED = new Column("Masked", "マスク後");

    private final EvidenceReport report;
    private final Html html;

    /** All comparisons of one kind. */
    private record Sum(long comparisons, long violated) {

        private Sum plus(Check check) {
            return new Sum(comparisons + 1, violated + check.violated());
        }
    }

    ProofSections(EvidenceReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    void summary() {
        html.heading("Checks", "検査結果");
        if (report.proofs().isEmpty()) {
            html.paragraph("No result of a check is attached.", "検査結果の添付はありません。");
            return;
        }
        html.paragraph(
                "Statements run: %d. Violations: %d."
                        .formatted(report.proofs().size(), report.violations()),
                "検査クエリ %d 件を実行し、違反は %d 件でした。"
                        .formatted(report.proofs().size(), report.violations()));
        problems();
        if (!report.checks().isEmpty()) {
            sums();
        }
        violations();
    }

    void everyCount() {
        if (report.checks().isEmpty()) {
            return;
        }
        html.heading("Every count", "検査の全件数");
        html.markup("<details><summary>")
                .both(
                        "%d comparisons; also in the JSON beside this page"
                                .formatted(report.checks().size()),
                        "比較 %d 件（同じ内容の JSON が隣にあります）".formatted(report.checks().size()))
                .markup("</summary>\n");
        counts(false);
        html.markup("</details>\n");
    }

    private void problems() {
        for (ProofResult proof : report.proofs()) {
            String told = proof.problem();
            if (told.isEmpty() && proof.violations() > 0) {
                told = proof.findings();
            }
            if (!told.isEmpty()) {
                html.markup("<p><b>").text(proof.name()).markup("</b>: ").text(told);
                html.markup("</p>\n");
            }
        }
    }

    private void sums() {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (Check check : report.checks()) {
            sums.put(check.check(), sums.getOrDefault(check.check(), new Sum(0, 0)).plus(check));
        }
        html.table(CHECK, MEANING, COUNTED, VIOLATED);
        sums.forEach(
                (name, sum) -> {
                    CheckWords words = CheckWords.of(name);
                    row(sum.violated())
                            .name(name)
                            .cell(MEANING, words.english(), words.japanese())
                            .count(COUNTED, sum.comparisons())
                            .count(VIOLATED, sum.violated())
                            .markup("</tr>\n");
                });
        html.endTable();
    }

    private void violations() {
        if (report.checks().stream().anyMatch(check -> check.violated() > 0)) {
            html.markup("<h3>").both("Violations in detail", "違反の内訳").markup("</h3>\n");
            counts(true);
        }
    }

    private void counts(boolean onlyViolated) {
        html.table(CHECK, TABLE, COLUMN, RAW, MASKED, VIOLATED);
        for (Check check : report.checks()) {
            if (check.violated() > 0 || !onlyViolated) {
                row(check.violated())
                        .name(check.check())
                        .cell(TABLE, check.table())
                        .cell(COLUMN, check.column())
                        .count(RAW, check.raw())
                        .count(MASKED, check.masked())
                        .count(VIOLATED, check.violated())
                        .markup("</tr>\n");
            }
        }
        html.endTable();
    }

    private Html row(long violated) {
        return html.markup(violated > 0 ? "<tr class=\"bad\">" : "<tr>");
    }
}
