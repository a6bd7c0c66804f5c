package analysisplatform.evidence;

import analysisplatform.config.Action;
import analysisplatform.evidence.ActionWords.Described;
import java.util.stream.Collectors;

/** What each action does, for readers who know no SQL. */
final class ActionWords implements Action.Cases<Described> {

    /**
     * @param name as the policy's file writes it
     * @param reason that the policy gives; empty when the action needs none
     */
    record Described(String name, Words meaning, String reason) {

        private Described(String name, String en, String ja) {
            this(name, new Words(en, ja), "");
        }
    }

    private final int minimumDomainPeople;

    ActionWords(int minimumDomainPeople) {
        this.minimumDomainPeople = minimumDomainPeople;
    }

    @Override
    public Described keep(Action.Keep action) {
        return new Described(
                "keep",
                new Words(
                        "Published as it is, as %s.".formatted(action.type()),
                        "%s 型としてそのまま公開する。".formatted(action.type())),
                action.reason());
    }

    @Override
    public Described drop(Action.Drop action) {
        return new Described("drop", "Not published.", "列ごと削除し、公開しない。");
    }

    @Override
    public Described nulled(Action.Null action) {
        return new Described("null", "Published without any value.", "値をすべて空（NULL）にして、列だけを公開する。");
    }

    @Override
    public Described pseudonym(Action.Pseudonym action) {
        return new Described(
                "pseudonym",
                "Replaced by a keyed pseudonym (HMAC-SHA-256, namespace %s); without the key nobody can go back."
                        .formatted(action.namespace()),
                "鍵付きの仮名（HMAC-SHA-256、名前空間 %s）に置き換える。鍵がなければ元に戻せない。".formatted(action.namespace()));
    }

    @Override
    public Described email(Action.Email action) {
        return new Described(
                "email",
                "The whole address is replaced by a keyed pseudonym; the domain stays only when at least %d people share it."
                        .formatted(minimumDomainPeople),
                "アドレス全体を鍵付きの仮名に置き換える。ドメインは %d 人以上が共有する場合だけ残す。".formatted(minimumDomainPeople));
    }

    @Override
    public Described prefix(Action.Prefix action) {
        return new Described(
                "prefix",
                "Only the first %d characters of longer values.".formatted(action.length()),
                "%d 文字より長い値の先頭 %d 文字だけを残す。".formatted(action.length(), action.length()));
    }

    @Override
    public Described year(Action.Year action) {
        return new Described("year", "Only the year of the date.", "日付のうち年だけを残す。");
    }

    @Override
    public Described month(Action.Month action) {
        return new Described("month", "Only year and month of the date.", "日付のうち年と月だけを残す。");
    }

    @Override
    public Described ageBand(Action.AgeBand action) {
        return new Described(
                "age_band",
                "The age on the snapshot's day, in bands of %d years; 90 and older together."
                        .formatted(action.years()),
                "スナップショット日時点の年齢を %d 歳刻みの区分にする。90 歳以上はまとめる。".formatted(action.years()));
    }

    @Override
    public Described shift(Action.Shift action) {
        return new Described(
                "shift",
                "Moved by up to %d days, never 0, by the same number for all dates of one person (column %s)."
                        .formatted(action.days(), action.person()),
                "同じ人（列 %s）の日付を、最大 %d 日の範囲で同じ日数だけずらす（0 日にはならない）。"
                        .formatted(action.person(), action.days()));
    }

    @Override
    public Described bucket(Action.Bucket action) {
        String edges =
                action.edges().stream()
                        .map(edge -> edge.toPlainString())
                        .collect(Collectors.joining(", "));
        return new Described(
                "bucket",
                "Only the range in which the number lies; ranges begin at %s.".formatted(edges),
                "数値が属する区間だけを残す。区間の境目は %s。".formatted(edges));
    }

    @Override
    public Described ipNetwork(Action.IpNetwork action) {
        return new Described(
                "ip_network",
                "Only the network of the address: /24 of IPv4, /48 of IPv6.",
                "IP アドレスのネットワーク部（IPv4 は /24、IPv6 は /48）だけを残す。");
    }

    @Override
    public Described length(Action.Length action) {
        return new Described("length", "Only the number of characters.", "文字数だけを残す。");
    }

    @Override
    public Described json(Action.Json action) {
        String paths = String.join(", ", action.paths().values());
        return new Described(
                "json",
                "Only single values at listed places: %s.".formatted(paths),
                "指定した項目の値だけを残す：%s。".formatted(paths));
    }
}
