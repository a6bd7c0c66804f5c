package analysisplatform.export;

import static java.util.Map.entry;

import java.util.Map;

/** What each check of the proofs shows when nothing violates it. */
record CheckWords(String english, String japanese) {

    private static final Map<String, CheckWords> BY_CHECK =
            Map.ofEntries(
                    entry(
                            "rows",
                            new CheckWords(
                                    "The masked table has as many rows as the raw one.",
                                    "マスク後の表と元の表の行数が一致する。")),
                    entry(
                            "nulls",
                            new CheckWords(
                                    "As many empty values (NULL) after the mask as before.",
                                    "空値（NULL）の件数がマスクの前後で一致する。")),
                    entry(
                            "parsed",
                            new CheckWords(
                                    "Values that do not fit the declared type stay within the limit.",
                                    "宣言した型として読めない値が許容割合に収まる。")),
                    entry(
                            "distinct",
                            new CheckWords(
                                    "As many different pseudonyms as different raw values.",
                                    "仮名の種類の数が元の値の種類の数と一致する。")),
                    entry(
                            "form",
                            new CheckWords(
                                    "Every pseudonym has the form of a pseudonym.",
                                    "仮名がすべて仮名の形式どおりである。")),
                    entry(
                            "residue",
                            new CheckWords(
                                    "No raw value of a protected column occurs in any published text.",
                                    "保護対象の列の元の値が、公開する文字列のどこにも残っていない。")),
                    entry("pattern_mail", looksLike("an e-mail address", "メールアドレス")),
                    entry("pattern_phone", looksLike("a telephone number", "電話番号")),
                    entry("pattern_my_number", looksLike("a My Number", "マイナンバー（個人番号）")),
                    entry("pattern_card", looksLike("a card number", "カード番号")),
                    entry("pattern_postal_code", looksLike("a postal code", "郵便番号")),
                    entry(
                            "schema",
                            new CheckWords(
                                    "The published columns are exactly those of the policy.",
                                    "公開する列がポリシーの定めと過不足なく一致する。")),
                    entry(
                            "known_answer",
                            new CheckWords(
                                    "A known value gets the pseudonym that was computed independently.",
                                    "既知の値の仮名が、別の方法で計算した仮名と一致する。")),
                    entry(
                            "orphans",
                            new CheckWords(
                                    "References between tables are as complete as before.",
                                    "表どうしの参照が元のデータと同じだけ保たれている。")),
                    entry(
                            "k_anonymity",
                            new CheckWords(
                                    "Every combination of the declared quasi-identifiers is shared by"
                                            + " enough people.",
                                    "宣言した準識別子の組み合わせごとに、定めた人数以上が該当する。")));

    private static final CheckWords NONE = new CheckWords("", "");

    static CheckWords of(String check) {
        return BY_CHECK.getOrDefault(check, NONE);
    }

    private static CheckWords looksLike(String english, String japanese) {
        return new CheckWords(
                "Nothing published looks like " + english + ".",
                "公開する文字列に" + japanese + "とみられる値がない。");
    }
}
