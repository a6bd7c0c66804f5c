package analysisplatform.export;

import analysisplatform.export.Html.Column;
import java.util.Map;

/** What the policy summary says: columns, readers and law. Its words come from the deployment. */
final class PolicySections {

    private static final Column COLUMN = new Column("Column", "列");
    private static final Column CLASS = new Column("Class", "分類");
    private static final Column ACTION = new Column("Action", "処理");
    private static final Column MEANING = new Column("What happens to it", "処理の内容");
    private static final Column REASON = new Column("Reason", "理由");
    private static final Column WHO = new Column("Who", "閲覧者");
    private static final Column HOW = new Column("By which way", "手段");
    private static final Column RULE = new Column("Provision", "条項");
    private static final Column DEMAND = new Column("What it demands, in short", "求められること（要旨）");
    private static final Column DONE = new Column("What was done", "実施内容");

    private final Map<?, ?> policy;
    private final Html html;

    PolicySections(Map<?, ?> policy, Html html) {
        this.policy = policy;
        this.html = html;
    }

    void all() {
        columns();
        readers();
        law();
    }

    private void columns() {
        html.heading("Columns and what happens to them", "列ごとの処理");
        html.paragraph(
                "Every table that is exported, every column that the policy names. Kept columns are tinted.",
                "書き出す表と、ポリシーに記載した列のすべてです。そのまま公開する列には色を付けています。");
        for (Map<?, ?> table : Policy.objects(policy, "tables")) {
            html.markup("<h3>").text(Policy.text(table, "table")).markup("</h3>\n");
            html.wideTable(COLUMN, CLASS, ACTION, MEANING, REASON);
            Policy.objects(table, "columns").forEach(this::column);
            html.endTable();
        }
    }

    private void column(Map<?, ?> column) {
        boolean kept = "keep".equals(column.get("action"));
        html.markup(kept ? "<tr class=\"kept\">" : "<tr>").name(Policy.text(column, "column"));
        words(CLASS, column, "className");
        html.cell(ACTION, Policy.text(column, "action"));
        words(MEANING, column, "meaning");
        html.cell(REASON, Policy.text(column, "reason")).markup("</tr>\n");
    }

    private void readers() {
        html.heading("Who can read the published data", "公開データを閲覧できる者");
        if (Policy.objects(policy, "readers").isEmpty()) {
            html.paragraph("Nobody is configured.", "設定されている閲覧者はいません。");
            return;
        }
        html.table(WHO, HOW);
        for (Map<?, ?> reader : Policy.objects(policy, "readers")) {
            html.markup("<tr>").cell(WHO, Policy.text(reader, "who"));
            words(HOW, reader, "how");
            html.markup("</tr>\n");
        }
        html.endTable();
    }

    private void law() {
        html.heading("Mapping to the law (Japan)", "法令との対応");
        html.paragraph(
                "Act on the Protection of Personal Information (APPI), pseudonymised information. A technical mapping, not legal advice.",
                "個人情報の保護に関する法律（仮名加工情報）との技術的な対応表です。法的助言ではありません。");
        html.table(RULE, DEMAND, DONE);
        for (Map<?, ?> item : Policy.objects(policy, "law")) {
            html.markup("<tr>");
            words(RULE, item, "provision");
            words(DEMAND, item, "demand");
            words(DONE, item, "done");
            html.markup("</tr>\n");
        }
        html.endTable();
    }

    private void words(Column column, Map<?, ?> object, String name) {
        Map<?, ?> words = object.get(name) instanceof Map<?, ?> map ? map : Map.of();
        html.cell(column, Policy.text(words, "en"), Policy.text(words, "ja"));
    }
}
