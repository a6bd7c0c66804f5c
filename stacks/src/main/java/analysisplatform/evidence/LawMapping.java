package analysisplatform.evidence;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which column answers which provision on pseudonymised information of Japan's Act on the
 * Protection of Personal Information. A technical mapping, not legal advice.
 */
final class LawMapping {

    private static final int IDENTIFYING = 1;
    private static final int CODES = 2;
    private static final int FINANCIAL = 3;

    private LawMapping() {}

    /** The item of rule 31 that a column of this class falls under, if any. */
    static OptionalInt itemOf(DataClass dataClass) {
        return switch (dataClass) {
            case IDENTIFIER, QUASI, ATTRIBUTE, FREE_TEXT -> OptionalInt.of(IDENTIFYING);
            case CODE -> OptionalInt.of(CODES);
            case FINANCIAL -> OptionalInt.of(FINANCIAL);
            case NONE -> OptionalInt.empty();
        };
    }

    static List<Map<String, Object>> of(List<ColumnPolicy> columns) {
        return List.of(
                provision(
                        rule(IDENTIFYING),
                        new Words(
                                "Delete descriptions that identify a person, or replace them in a way that nobody can reverse.",
                                "特定の個人を識別できる記述等を削除する、又は復元できる規則性のない方法で置き換える。"),
                        identifying(columns)),
                provision(
                        rule(CODES),
                        new Words(
                                "Delete every individual identification code, or replace it in a way that nobody can reverse.",
                                "個人識別符号の全部を削除する、又は復元できる規則性のない方法で置き換える。"),
                        removed(columns, DataClass.CODE)),
                provision(
                        rule(FINANCIAL),
                        new Words(
                                "Delete descriptions whose misuse can cause financial damage, or replace them in a way that nobody can reverse.",
                                "不正利用により財産的被害が生じるおそれのある記述等を削除する、又は復元できる規則性のない方法で置き換える。"),
                        removed(columns, DataClass.FINANCIAL)),
                provision(
                        new Words("Act, art. 41(2)", "法第41条第2項"),
                        new Words(
                                "Keep what was deleted, and the method of processing, safe from leakage.",
                                "削除情報等（加工の方法に関する情報を含む）の漏えいを防ぐための安全管理措置を講じる。"),
                        new Words(
                                "The pseudonym key is made inside the query engine and lies in a store that only the masking role reads; nobody may delete it. The raw copy is removed on every ending of a night.",
                                "仮名化鍵はクエリエンジンの内部で生成し、マスク処理のロールだけが読める保管場所に置き、削除を禁止する。元データの写しは、処理の成否にかかわらず毎晩削除する。")));
    }

    private static Words rule(int item) {
        return new Words("Enforcement rules, art. 31, item " + item, "施行規則第31条第" + item + "号");
    }

    private static Words identifying(List<ColumnPolicy> columns) {
        List<ColumnPolicy> fallUnder =
                columns.stream()
                        .filter(column -> itemOf(column.dataClass()).equals(OptionalInt.of(1)))
                        .toList();
        long kept =
                fallUnder.stream().filter(column -> column.action() instanceof Action.Keep).count();
        long masked = fallUnder.size() - kept;
        return new Words(
                "Columns masked or removed: %d. Kept, each for the reason given above: %d."
                        .formatted(masked, kept),
                "加工又は削除した列：%d 列。理由を付してそのまま残した列（上の表を参照）：%d 列。".formatted(masked, kept));
    }

    /** The configuration lets no other action pass for these classes. */
    private static Words removed(List<ColumnPolicy> columns, DataClass dataClass) {
        long count = columns.stream().filter(column -> column.dataClass() == dataClass).count();
        return new Words(
                "Columns removed or emptied: %d. The configuration accepts nothing weaker for this class."
                        .formatted(count),
                "削除した列又は空にした列：%d 列。この分類には、これより弱い処理を設定できない。".formatted(count));
    }

    private static Map<String, Object> provision(Words provision, Words demand, Words done) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("provision", provision.json());
        json.put("demand", demand.json());
        json.put("done", done.json());
        return json;
    }
}
