package analysisplatform.masking;

import static analysisplatform.config.MaskingPolicy.PersonalPattern.CARD;
import static analysisplatform.config.MaskingPolicy.PersonalPattern.MAIL;
import static analysisplatform.config.MaskingPolicy.PersonalPattern.MY_NUMBER;
import static analysisplatform.config.MaskingPolicy.PersonalPattern.PHONE;
import static analysisplatform.config.MaskingPolicy.PersonalPattern.POSTAL_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.MaskingPolicy.PersonalPattern;
import analysisplatform.engine.Row;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What looks personal, and what only looks so at first sight. */
class PersonalPatternsTest {

    @Test
    void findsMailAddresses() {
        assertAll(
                MAIL,
                "taro@example.com",
                "お問い合わせは TARO.Yamada+shop@mail.example.co.jp まで",
                "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ",
                "<taro_1@example.jp>",
                "taro@日本語.jp",
                "taro@xn--wgv71a.xn--q9jyb4c",
                "連絡先taro@example.jpです",
                "\"taro yamada\"@example.com");
    }

    @Test
    void findsJapaneseTelephoneNumbersWithEveryDashAndWithNone() {
        assertAll(
                PHONE,
                "090-1234-5678",
                "０９０−１２３４−５６７８",
                "０９０ー１２３４ー５６７８",
                "090‐1234‐5678",
                "090–1234–5678",
                "090—1234—5678",
                "090―1234―5678",
                "090─1234─5678",
                "090－1234－5678",
                "090 1234 5678",
                "090(1234)5678",
                "(03) 1234-5678",
                "03-1234-5678",
                "045-123-4567",
                "0422-12-3456",
                "04992-1-2345",
                "0120-123-456",
                "0800-123-4567",
                "09012345678",
                "0312345678",
                "090-12345678",
                "TEL090-1234-5678",
                "tel:0312345678",
                "電話は０３（１２３４）５６７８です",
                "携帯09012345678まで");
    }

    @Test
    void findsInternationalTelephoneNumbers() {
        assertAll(
                PHONE,
                "+81-90-1234-5678",
                "+819012345678",
                "＋８１ ９０ １２３４ ５６７８",
                "+81 (0)90-1234-5678",
                "+1 212 555 0123",
                "+44 20 7946 0958",
                "+33 6 12 34 56 78",
                "010-81-90-1234-5678",
                "0081-90-1234-5678");
    }

    @Test
    void findsMyNumbersByTheirCheckDigit() {
        assertAll(
                MY_NUMBER,
                "123456789018",
                "1234-5678-9018",
                "1234 5678 9018",
                "１２３４ー５６７８ー９０１８",
                "マイナンバー123456789018",
                "番号:1234−5678−9018。");
    }

    @Test
    void findsCardsByTheirCheckDigit() {
        assertAll(
                CARD,
                "4111111111111111",
                "4111-1111-1111-1111",
                "4111 1111 1111 1111",
                "４１１１−１１１１−１１１１−１１１１",
                "5500000000000004",
                "2223003122003222",
                "340000000000009",
                "3400-000000-00009",
                "3530111333300000",
                "30000000000004",
                "3000 000000 0004",
                "6011000000000004",
                "6200000000000000000",
                "カード4111111111111111の件",
                "4111 1111 1111 1111 123",
                "4222222222222");
    }

    @Test
    void findsPostalCodes() {
        assertAll(
                POSTAL_CODE,
                "100-0001",
                "１００−０００１",
                "〒1000001",
                "〒 100-0001",
                "〒１００ー０００１東京都",
                "住所は100‐0001 千代田区");
    }

    @Test
    void overlooksWhatOnlyLooksPersonal() {
        Map<String, Set<PersonalPattern>> found =
                found(
                        "",
                        "東京都",
                        "コーヒー",
                        "2026-11-21",
                        "2026-11-21 08:48:41",
                        "2026-11-21 08:48:41.123456",
                        "2026-11-21T08:48:41.123+09:00",
                        "2026-11-21T08:48:41+0900",
                        "20261121084841",
                        "20261121084841123",
                        "202611210848",
                        "1795251521",
                        "1795251521123",
                        "2026/11/21 08:48-10:15",
                        "¥1,980",
                        "1980円",
                        "500-1000円",
                        "¥100-2000",
                        "12,345,678.90",
                        "0.0312345678",
                        "3.141592653589793",
                        "0.4111111111111111",
                        "A-2026-000123",
                        "ORD0123456789",
                        "ORD-4111111111111112",
                        "SKU0901234567",
                        "10-0312-3456-7890",
                        "2024-090-1234-5678",
                        "0000123456",
                        "4901234567894",
                        "4912345678904",
                        "123456789012",
                        "000000000000",
                        "0000000000000000",
                        "4111111111111112",
                        "1234567890123456",
                        "550e8400-e29b-41d4-a716-446655440000",
                        "12345678-1234-1234-1234-123456789018",
                        "00000000-0000-4000-8000-123456789018",
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        "v1_8313a34fa7eb992a",
                        "192.168.10.200",
                        "203.0.113.0/24",
                        "2001:db8:1::/48",
                        "20-29",
                        "0..<3000000",
                        ">=6000000",
                        "150",
                        "1.2.3-4567",
                        "lodash@4.17.21",
                        "@taro_yamada",
                        "user @ home",
                        "5%@2x",
                        "+5 points",
                        "C++11",
                        "1-2-3",
                        "10-20-30",
                        "chapter 12-3456789",
                        "UTC+09:00",
                        "12345-678");

        found.values().removeIf(Set::isEmpty);
        assertThat(found).isEmpty();
    }

    @Test
    void takesVeryLongTextsAndCharactersOfFourBytes() {
        String emoji = "\uD83D\uDE00";
        String zeros = "0-".repeat(100_000);
        String nines = "9".repeat(100_000) + "@" + "a.".repeat(50_000);

        assertThat(found(emoji + "090-1234-5678" + emoji, zeros, nines).values())
                .containsExactlyInAnyOrder(EnumSet.of(PHONE), Set.of(), Set.of());
    }

    private static void assertAll(PersonalPattern pattern, String... texts) {
        Map<String, Set<PersonalPattern>> found = found(texts);

        found.values().removeIf(patterns -> patterns.contains(pattern));
        assertThat(found).isEmpty();
    }

    private static Map<String, Set<PersonalPattern>> found(String... texts) {
        String conditions =
                Stream.of(PersonalPattern.values())
                        .map(
                                p ->
                                        "coalesce(%s, false) AS %s"
                                                .formatted(
                                                        PersonalPatterns.condition(p, "readable"),
                                                        p))
                        .collect(Collectors.joining(", "));
        String rows =
                Stream.of(texts)
                        .map(t -> "(" + Literal.text(t) + ")")
                        .collect(Collectors.joining(", "));
        Map<String, Set<PersonalPattern>> found = new LinkedHashMap<>();
        SharedEngine.run(
                        "SELECT text, %s FROM (SELECT text, %s AS readable FROM (VALUES %s) AS t (text))"
                                .formatted(conditions, PersonalPatterns.readable("text"), rows))
                .forEach(row -> found.put(row.text("text"), patterns(row)));
        assertThat(found).hasSize(texts.length);
        return found;
    }

    private static Set<PersonalPattern> patterns(Row row) {
        return Stream.of(PersonalPattern.values())
                .filter(pattern -> row.get(pattern.name()).equals(true))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonalPattern.class)));
    }
}
