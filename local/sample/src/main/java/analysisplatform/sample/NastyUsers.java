package analysisplatform.sample;

import static analysisplatform.sample.Rows.with;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Users whose values have broken masks, proofs or readers somewhere. */
final class NastyUsers {

    /** Longer than any buffer that somebody thought long enough. */
    static final int VERY_LONG = 100_000;

    /** Values of the column email, each on a user of its own. */
    static final List<String> EMAILS =
            List.of(
                    // no @ at all, a name in it
                    "佐藤花子 (退会済み) hanako.example.jp",
                    // none, several or only an @
                    "x@y@z",
                    "@y",
                    "x@",
                    "@",
                    // one person, written in six ways
                    "Taro@Example.COM ",
                    "taro@example.com",
                    "ＴＡＲＯ＠ｅｘａｍｐｌｅ．ｃｏｍ",
                    "　taro@example.com　",
                    "\u00a0taro@example.com",
                    "TARO@EXAMPLE.COM\t",
                    // a zero-width space makes another value
                    "taro\u200b@example.com",
                    // the local part occurs in the domain
                    "com@example.com",
                    "a@mail.example.com",
                    "e@example.jp",
                    // the domain alone names the person
                    "hanako@tanaka-hanako.example",
                    "info@yamada-family.example",
                    "me@watanabe-dental.example.jp",
                    // what else people type into the field
                    "\"quoted name\"@example.jp",
                    "o'brien+tag@example.jp",
                    "太郎@例え.example",
                    "taro@[192.0.2.1]",
                    "tab\tand\nline@example.com",
                    "😀@example.com",
                    "𠮷野家@example.jp",
                    "drop'); DROP TABLE users; --@example.com",
                    "",
                    " ",
                    "　",
                    "null",
                    "NULL",
                    // capital letters whose small form depends on the engine
                    "İSTANBUL@example.com",
                    "ΣΟΦΟΣ@example.com",
                    "ℌ.ITO@example.com");

    private static final List<String> NAMES =
            List.of(
                    "𠮷田 𩸽子",
                    "山﨑 髙志",
                    "\"Robert\" O'Brien, Jr.",
                    "名前\n改行",
                    "名前\tタブ",
                    "鈴木　一郎（旧姓：佐藤）",
                    "ｻﾄｳ ﾊﾅｺ",
                    "👨‍👩‍👧‍👦 家族",
                    "\u202eתוצאה",
                    "e\u0301lodie",
                    "",
                    "　");

    private static final List<String> PHONES =
            List.of(
                    "０９０−０１２３−４５６７",
                    "０９０ー０１２３ー４５６７",
                    "090‐0123‐4567",
                    "+81(0)90 0123 4567",
                    "819001234567",
                    "電話は母(090-0123-4567)へ",
                    "なし",
                    "");

    private static final List<String> BIRTHDAYS =
            List.of("0000-00-00", "2026-02-30", "1900-01-01", "9999-12-31", "1990-00-00", "");

    private static final List<String> ADDRESSES_ON_THE_NET =
            List.of("2001:db8::1", "::ffff:192.0.2.1", "2001:DB8:0:0:0:0:0:1", "999.1.1.1", "");

    private NastyUsers() {}

    /**
     * @param firstId of the first of them; the others follow
     * @param ordinary makes the user that is then spoilt
     */
    static List<Map<String, Object>> rows(int firstId, LongFunction<Map<String, Object>> ordinary) {
        List<Map<String, Object>> rows = new ArrayList<>();
        spoil(rows, firstId, ordinary, "email", EMAILS);
        spoil(rows, firstId, ordinary, "name", NAMES);
        spoil(rows, firstId, ordinary, "phone", PHONES);
        spoil(rows, firstId, ordinary, "birthday", BIRTHDAYS);
        spoil(rows, firstId, ordinary, "last_sign_in_ip", ADDRESSES_ON_THE_NET);
        rows.add(empty(ordinary.apply(firstId + rows.size())));
        rows.add(extreme(ordinary.apply(firstId + rows.size())));
        rows.add(lost(ordinary.apply(firstId + rows.size())));
        return rows;
    }

    private static void spoil(
            List<Map<String, Object>> rows,
            int firstId,
            LongFunction<Map<String, Object>> ordinary,
            String column,
            List<String> values) {
        for (String value : values) {
            rows.add(with(ordinary.apply(firstId + rows.size()), column, value));
        }
    }

    /** NULL wherever the source allows it. */
    private static Map<String, Object> empty(Map<String, Object> user) {
        Map<String, Object> empty = with(user);
        empty.replaceAll((column, value) -> column.equals("id") ? value : null);
        return empty;
    }

    /** The longest and the largest of everything. */
    private static Map<String, Object> extreme(Map<String, Object> user) {
        return with(
                user,
                "username",
                "長".repeat(60),
                "email",
                "a".repeat(VERY_LONG) + "@example.com",
                "note",
                "とても長いメモ。連絡先 taro@example.com まで。".repeat(VERY_LONG / 30),
                "sign_in_count",
                4_294_967_295L,
                "credit_balance",
                new BigDecimal("-99999999.99"),
                "created_at",
                OffsetDateTime.parse("2038-01-19T03:14:07.999999Z"));
    }

    /** What happens to people who leave: everything in the wrong field. */
    private static Map<String, Object> lost(Map<String, Object> user) {
        return with(
                user,
                "name",
                "hanako@example.jp",
                "name_kana",
                "090-0123-4567",
                "phone",
                "hanako@example.jp",
                "address",
                "〒000-0000 架空市見本町1-2-3 見本マンション301号 090-0123-4567",
                "note",
                "My Number 123456789018, card 4111 1111 1111 1111, 〒000-0000");
    }
}
