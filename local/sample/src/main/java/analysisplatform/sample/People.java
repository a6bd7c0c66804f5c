package analysisplatform.sample;

import java.util.List;

/** Invented people. Phone numbers, addresses and mail domains are ones that nobody can have. */
final class People {

    /** Domains that many people share; all reserved for examples. */
    static final List<String> SHARED_DOMAINS =
            List.of(
                    "example.com",
                    "example.com",
                    "example.jp",
                    "example.jp",
                    "mail.example.ne.jp",
                    "keitai.example.ne.jp",
                    "example.co.jp",
                    "example.ac.jp");

    static final List<Name> SURNAMES =
            List.of(
                    new Name("佐藤", "サトウ", "sato"),
                    new Name("鈴木", "スズキ", "suzuki"),
                    new Name("高橋", "タカハシ", "takahashi"),
                    new Name("田中", "タナカ", "tanaka"),
                    new Name("伊藤", "イトウ", "ito"),
                    new Name("渡邉", "ワタナベ", "watanabe"),
                    new Name("山本", "ヤマモト", "yamamoto"),
                    new Name("中村", "ナカムラ", "nakamura"),
                    new Name("小林", "コバヤシ", "kobayashi"),
                    new Name("加藤", "カトウ", "kato"),
                    new Name("吉田", "ヨシダ", "yoshida"),
                    new Name("山﨑", "ヤマザキ", "yamazaki"),
                    new Name("齋藤", "サイトウ", "saito"),
                    new Name("松本", "マツモト", "matsumoto"),
                    new Name("井上", "イノウエ", "inoue"),
                    new Name("木村", "キムラ", "kimura"));

    static final List<Name> GIVEN_NAMES =
            List.of(
                    new Name("太郎", "タロウ", "taro"),
                    new Name("花子", "ハナコ", "hanako"),
                    new Name("一郎", "イチロウ", "ichiro"),
                    new Name("陽葵", "ヒマリ", "himari"),
                    new Name("蓮", "レン", "ren"),
                    new Name("さくら", "サクラ", "sakura"),
                    new Name("大翔", "ヒロト", "hiroto"),
                    new Name("美咲", "ミサキ", "misaki"),
                    new Name("健", "ケン", "ken"),
                    new Name("結衣", "ユイ", "yui"),
                    new Name("悠真", "ユウマ", "yuma"),
                    new Name("凛", "リン", "rin"));

    static final List<String> PREFECTURES =
            List.of("東京都", "大阪府", "北海道", "福岡県", "愛知県", "神奈川県", "京都府", "沖縄県");

    private final Dice dice;

    People(Dice dice) {
        this.dice = dice;
    }

    record Name(String kanji, String kana, String latin) {}

    record Person(String name, String kana, String login) {}

    /**
     * @param number makes the login unique
     */
    Person person(int number) {
        Name surname = dice.of(SURNAMES);
        Name given = dice.of(GIVEN_NAMES);
        return new Person(
                surname.kanji() + " " + given.kanji(),
                surname.kana() + " " + given.kana(),
                given.latin() + "." + surname.latin() + number);
    }

    String email(Person person) {
        return person.login() + "@" + dice.of(SHARED_DOMAINS);
    }

    /** A number in one of the forms that people type; none is assigned, 0 stands too early. */
    String phone() {
        int first = dice.below(1000);
        int last = dice.below(10_000);
        return switch (dice.below(6)) {
            case 0 -> "0900%03d%04d".formatted(first, last);
            case 1 -> "+81 80-0%03d-%04d".formatted(first, last);
            case 2 -> "03-0%03d-%04d".formatted(first, last);
            case 3 -> fullWidth("090-0%03d-%04d".formatted(first, last));
            case 4 -> "(080) 0%03d %04d".formatted(first, last);
            default -> "090-0%03d-%04d".formatted(first, last);
        };
    }

    String prefecture() {
        return dice.of(PREFECTURES);
    }

    String address() {
        return "架空市見本町%d-%d-%d"
                .formatted(1 + dice.below(9), 1 + dice.below(30), 1 + dice.below(20));
    }

    String postalCode() {
        String code = "%03d-%04d".formatted(dice.below(1000), dice.below(10_000));
        return dice.oneIn(8) ? "〒" + code : code;
    }

    /** Of the ranges that are kept for documents. */
    String ip() {
        return dice.of(List.of("192.0.2.", "198.51.100.", "203.0.113.")) + dice.below(256);
    }

    static String fullWidth(String ascii) {
        return ascii.chars()
                .map(c -> c > ' ' && c <= '~' ? c - '!' + '！' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
