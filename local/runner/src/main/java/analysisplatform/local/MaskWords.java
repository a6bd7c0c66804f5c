package analysisplatform.local;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.report.Report.MaskedColumn;
import analysisplatform.report.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What classes and masks mean, for people who read no YAML. */
final class MaskWords implements Action.Cases<Text> {

    private final int minimumDomainPeople;

    MaskWords(int minimumDomainPeople) {
        this.minimumDomainPeople = minimumDomainPeople;
    }

    List<MaskedColumn> of(TablePolicy table) {
        return table.columns().entrySet().stream()
                .map(column -> of(column.getKey(), column.getValue()))
                .toList();
    }

    private MaskedColumn of(String name, ColumnPolicy column) {
        return new MaskedColumn(
                name,
                !column.action().published().isEmpty(),
                dataClass(column.dataClass()),
                column.action().keyword(),
                column.action().match(this));
    }

    private static Text dataClass(DataClass dataClass) {
        return switch (dataClass) {
            case IDENTIFIER -> new Text("個人を特定する", "identifies a person");
            case CODE -> new Text("個人番号など", "official number");
            case FINANCIAL -> new Text("金融・認証情報", "financial or secret");
            case QUASI -> new Text("組み合わせで特定しうる", "identifies in combination");
            case ATTRIBUTE -> new Text("属性", "attribute");
            case FREE_TEXT -> new Text("自由記述", "free text");
            case NONE -> new Text("個人に関係しない", "not about persons");
        };
    }

    @Override
    public Text keep(Action.Keep action) {
        return new Text("そのまま", "as it is");
    }

    @Override
    public Text drop(Action.Drop action) {
        return new Text("公開しない", "not published");
    }

    @Override
    public Text nulled(Action.Null action) {
        return new Text("常に空", "always empty");
    }

    @Override
    public Text pseudonym(Action.Pseudonym action) {
        return new Text(
                "元に戻せない仮名。同じ値は同じ仮名になる（" + action.namespace() + "）",
                "a pseudonym that leads nowhere; equal values have equal ones ("
                        + action.namespace()
                        + ")");
    }

    @Override
    public Text email(Action.Email action) {
        return new Text(
                "仮名。ドメインは %d 人以上が使うものだけ残る".formatted(minimumDomainPeople),
                "a pseudonym; the domain is kept from %d users".formatted(minimumDomainPeople));
    }

    @Override
    public Text prefix(Action.Prefix action) {
        return new Text(
                "先頭の %d 文字".formatted(action.length()),
                "the first %d characters".formatted(action.length()));
    }

    @Override
    public Text year(Action.Year action) {
        return new Text("年だけ", "the year only");
    }

    @Override
    public Text month(Action.Month action) {
        return new Text("年と月だけ", "year and month only");
    }

    @Override
    public Text ageBand(Action.AgeBand action) {
        return new Text(
                "%d 歳刻みの年齢".formatted(action.years()),
                "the age in bands of %d years".formatted(action.years()));
    }

    @Override
    public Text shift(Action.Shift action) {
        return new Text(
                "人ごとに最大 %d 日ずらした日時".formatted(action.days()),
                "moved by up to %d days, differently for each person".formatted(action.days()));
    }

    @Override
    public Text bucket(Action.Bucket action) {
        String edges =
                action.edges().stream()
                        .map(BigDecimal::toPlainString)
                        .collect(Collectors.joining(", "));
        return new Text("範囲だけ（" + edges + " から）", "the range only, from " + edges);
    }

    @Override
    public Text ipNetwork(Action.IpNetwork action) {
        return new Text("ネットワークだけ", "the network only");
    }

    @Override
    public Text length(Action.Length action) {
        return new Text("文字数だけ", "the number of characters only");
    }

    @Override
    public Text json(Action.Json action) {
        String names = String.join(", ", action.paths().keySet());
        return new Text("選ばれた項目だけ：" + names, "chosen values only: " + names);
    }
}
