package analysisplatform.export;

import analysisplatform.export.Html.Column;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The report as one page in English and Japanese: without script, without anything to load, to be
 * read on a screen, on a phone and on paper.
 */
final class EvidencePage {

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            """;

    private static final Column STEP = new Column("Step", "処理");
    private static final Column ERROR = new Column("Error", "エラー");
    private static final Column CAUSE = new Column("Cause", "原因");

    private final EvidenceReport report;
    private final EndedNight night;
    private final Html html = new Html();

    EvidencePage(EvidenceReport report) {
        this.report = report;
        this.night = report.night();
    }

    String html() {
        head();
        verdict();
        facts();
        failure();
        new ProofSections(report, html).summary();
        drift();
        new PolicySections(report.policy(), html).all();
        new ProofSections(report, html).everyCount();
        foot();
        return html.toString();
    }

    private void head() {
        html.markup(HEAD).markup("<title>").text("Masking report " + night.source());
        html.text(" " + night.runId()).markup("</title>\n<style>\n").markup(style());
        html.markup("</style></head><body>\n<h1>");
        html.both("Masking report: " + night.source(), "マスキング証跡").markup("</h1>\n");
    }

    private void verdict() {
        Told told = told();
        html.markup("<div class=\"verdict ").text(report.verdict().name()).markup("\"><strong>");
        html.both(told.title().english(), told.title().japanese()).markup("</strong>");
        html.paragraph(told.meaning().english(), told.meaning().japanese()).markup("</div>\n");
    }

    /** A verdict as people read it. */
    private record Told(Column title, Column meaning) {}

    private Told told() {
        return switch (report.verdict()) {
            case PROVEN ->
                    new Told(
                            new Column("✔ Published; every check passed", "公開済み・すべての検査に合格"),
                            new Column(
                                    "The masked copy was compared with the raw data before anybody could see it.",
                                    "マスク後のデータを元のデータと突き合わせて検査し、合格したあとに公開しました。"));
            case UNPROVEN ->
                    new Told(
                            new Column(
                                    "△ Published; no result of a check is attached",
                                    "公開済み・検査結果の添付なし"),
                            new Column(
                                    "This report alone does not show that the checks passed.",
                                    "この証跡だけでは、検査に合格したことを示せません。"));
            case VIOLATED ->
                    new Told(
                            new Column("✘ Published although a check failed", "検査に不合格のまま公開"),
                            new Column(
                                    "This must never happen. Treat it as an incident.",
                                    "起きてはならない状態です。事故として対応してください。"));
            case HALTED ->
                    new Told(
                            new Column("■ Halted; this run was not published", "停止・今回のデータは非公開"),
                            new Column(
                                    "What is published is still the run before, unless the cause below says otherwise.",
                                    "下記の原因に別段の記載がない限り、前回公開したデータがそのまま使われています。"));
        };
    }

    private void facts() {
        html.markup("<dl>\n")
                .fact("Source", "対象データベース", night.source())
                .fact("Run", "実行 ID", night.runId())
                .fact("Snapshot", "スナップショット", night.snapshotArn())
                .fact("Snapshot taken", "スナップショット取得日時", time(night.snapshotTime()))
                .fact("Night began", "処理開始", time(night.startedAt()))
                .fact("Report written", "証跡作成", time(night.endedAt()))
                .fact("Raw files", "元データのファイル数", count("files"))
                .fact("Raw bytes", "元データのバイト数", count("bytes"))
                .fact("Policy version", "ポリシーの版", night.policyVersion())
                .fact("Key version", "仮名化鍵の版", Policy.text(report.policy(), "keyVersion"))
                .fact("Execution", "実行の ARN", night.executionArn())
                .markup("</dl>\n");
    }

    private void failure() {
        night.failure()
                .ifPresent(
                        failure ->
                                html.heading("What went wrong", "発生した問題")
                                        .table(STEP, ERROR, CAUSE)
                                        .markup("<tr class=\"bad\">")
                                        .name(failure.step())
                                        .cell(ERROR, failure.error())
                                        .cell(CAUSE, failure.cause())
                                        .markup("</tr>\n")
                                        .endTable());
    }

    /** What no rule of the policy speaks of. */
    private void drift() {
        html.heading("Differences between the source and the policy", "データベースとポリシーの差異");
        if (night.drift().isEmpty()) {
            html.paragraph(
                    "No comparison is attached. Whatever the policy does not name is not published.",
                    "比較結果の添付はありません。ポリシーに記載のない列は公開されません。");
            return;
        }
        html.paragraph(
                "Columns that nobody classified are withheld: they are not published.",
                "分類されていない列は保留し、公開していません。");
        html.markup("<dl>\n")
                .fact("Columns withheld", "保留した列の数", driftText("withheld"))
                .fact("Columns that halt the night", "処理を止める差異の数", driftText("halts"))
                .fact("Findings", "内容", driftText("findings"))
                .markup("</dl>\n");
        String patch = driftText("patch");
        if (!patch.isEmpty()) {
            html.paragraph("Suggested rules for the policy:", "ポリシーへの追加案：");
            html.markup("<pre>").text(patch).markup("</pre>\n");
        }
    }

    private void foot() {
        html.markup("<footer class=\"note\">")
                .paragraph(
                        "Written by the platform itself, not legal advice. It holds counts and names, no value of the database. Whether a column holds what its class says is the judgement of the people who wrote the policy.",
                        "本書はシステムが自動で作成した記録であり、法的助言ではありません。件数と名称だけを記録し、データベースの値は含みません。列の分類が実際の内容に合っているかどうかは、ポリシーを定めた人の判断によります。")
                .markup("</footer>\n</body></html>\n");
    }

    private String count(String name) {
        Object value = night.export().get(name);
        return value instanceof Number number ? Numbers.grouped(number.longValue()) : "";
    }

    private String driftText(String name) {
        Object value = night.drift().get(name);
        return value == null ? "" : value.toString();
    }

    private String time(String utc) {
        return Times.shown(utc, Policy.text(report.policy(), "timeZone"));
    }

    private static String style() {
        try (InputStream css = EvidencePage.class.getResourceAsStream("evidence.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet is part of this jar.", e);
        }
    }
}
