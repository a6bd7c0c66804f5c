package analysisplatform.words;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/**
 * Classes and masks in plain words: one wording for the report of a night, the report page, the
 * catalogue and QuickSight's legend.
 */
public final class MaskWords implements Action.Cases<Meaning> {

    private final int minimumDomainPeople;

    private MaskWords(int minimumDomainPeople) {
        this.minimumDomainPeople = minimumDomainPeople;
    }

    /** The words for the columns of a policy. */
    public static MaskWords of(MaskingPolicy policy) {
        return new MaskWords(policy.minimumDomainPeople());
    }

    public Meaning of(Action action) {
        return action.match(this);
    }

    public static Words of(DataClass dataClass) {
        return switch (dataClass) {
            case IDENTIFIER -> new Words("identifies a person", "個人を特定する");
            case CODE -> new Words("official number", "個人識別符号");
            case FINANCIAL -> new Words("financial or secret", "財産・認証に関わる情報");
            case QUASI -> new Words("identifies together with others", "組み合わせで個人を特定しうる");
            case ATTRIBUTE -> new Words("attribute", "属性");
            case FREE_TEXT -> new Words("free text", "自由記述");
            case NONE -> new Words("not about persons", "個人に関係しない");
        };
    }

    @Override
    public Meaning keep(Action.Keep action) {
        return new Meaning("as it is", "そのまま").with("type " + action.type(), action.type() + " 型");
    }

    @Override
    public Meaning drop(Action.Drop action) {
        return new Meaning("not published", "公開しない");
    }

    @Override
    public Meaning nulled(Action.Null action) {
        return new Meaning("always empty", "常に空（NULL）");
    }

    @Override
    public Meaning pseudonym(Action.Pseudonym action) {
        return new Meaning(
                        "a keyed pseudonym; equal values have equal ones, and without the key nobody can go back",
                        "鍵付きの仮名。同じ値は同じ仮名になり、鍵がなければ元に戻せない")
                .with(
                        "HMAC-SHA-256, namespace " + action.namespace(),
                        "HMAC-SHA-256、名前空間 " + action.namespace());
    }

    @Override
    public Meaning email(Action.Email action) {
        return new Meaning(
                        "a keyed pseudonym of the whole address; the domain is kept where many share it",
                        "アドレス全体の鍵付きの仮名。ドメインは多くの人が共有するものだけ残る")
                .with(
                        "at least %d people".formatted(minimumDomainPeople),
                        "%d 人以上".formatted(minimumDomainPeople));
    }

    @Override
    public Meaning prefix(Action.Prefix action) {
        return new Meaning("the first characters only", "先頭の文字だけ")
                .with(
                        "%d of a longer value".formatted(action.length()),
                        "それより長い値の %d 文字".formatted(action.length()));
    }

    @Override
    public Meaning year(Action.Year action) {
        return new Meaning("the year only, as its first day", "年だけ。その年の最初の日になる");
    }

    @Override
    public Meaning month(Action.Month action) {
        return new Meaning("year and month only, as the month's first day", "年と月だけ。その月の最初の日になる");
    }

    @Override
    public Meaning ageBand(Action.AgeBand action) {
        return new Meaning("the age on the snapshot's day, in bands", "スナップショット日時点の年齢の区分")
                .with(
                        "%d years; 90 and older together".formatted(action.years()),
                        "%d 歳刻み、90 歳以上はまとめる".formatted(action.years()));
    }

    @Override
    public Meaning shift(Action.Shift action) {
        return new Meaning(
                        "moved by some days, the same for all dates of one person",
                        "人ごとに同じ日数だけずらした日付")
                .with(
                        "at most %d, never 0; the person is column %s"
                                .formatted(action.days(), action.person()),
                        "最大 %d 日、0 日にはならない。人を表す列は %s".formatted(action.days(), action.person()));
    }

    @Override
    public Meaning bucket(Action.Bucket action) {
        String edges =
                action.edges().stream()
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(", "));
        return new Meaning("the range of the number only", "数値の範囲だけ")
                .with("ranges begin at " + edges, "区間の境目は " + edges);
    }

    @Override
    public Meaning ipNetwork(Action.IpNetwork action) {
        return new Meaning(
                "the network of the address only: /24 of IPv4, /48 of IPv6",
                "IP アドレスのネットワーク部だけ。IPv4 は /24、IPv6 は /48");
    }

    @Override
    public Meaning length(Action.Length action) {
        return new Meaning("the number of characters only", "文字数だけ");
    }

    @Override
    public Meaning json(Action.Json action) {
        String paths = String.join(", ", action.paths().values());
        return new Meaning("single values of a JSON text only", "JSON から選ばれた項目の値だけ")
                .with(paths, paths);
    }
}
