package analysisplatform.report;

import java.time.LocalDate;
import java.util.Locale;

/** Sentences of the page that depend on what they are about. */
final class Words {

    static final Text SUPPRESSED = new Text("非表示（少人数）", "suppressed (small group)");
    static final Text SMALL = new Text("（少人数のグループ）", "(small groups)");
    static final Text SMALL_GROUPS =
            new Text("⊘ 少人数のグループは非表示です", "⊘ Groups that are too small are suppressed");
    static final Text TABLE_HAS_ALL =
            new Text("グラフは大きいものだけです。表にはすべてあります", "The chart shows the largest; the table has all");
    static final Text NO_VALUE = new Text("まだ値がありません", "no value yet");
    static final Text VALUE = new Text("値", "Value");
    static final Text OTHERS = new Text("その他", "Others");

    private Words() {}

    static Text comparison(Kpi.Comparison comparison) {
        return switch (comparison) {
            case DAY -> new Text("前日比", "vs previous day");
            case WEEK -> new Text("前週比", "vs previous week");
            case MONTH -> new Text("前月比", "vs previous month");
        };
    }

    static Text noEarlierValue(Kpi.Comparison comparison) {
        return switch (comparison) {
            case DAY -> new Text("前日の値なし", "no value one day earlier");
            case WEEK -> new Text("前週の値なし", "no value one week earlier");
            case MONTH -> new Text("前月の値なし", "no value one month earlier");
        };
    }

    static Text verdict(Verdict verdict) {
        return switch (verdict) {
            case GOOD -> new Text("改善", "better");
            case BAD -> new Text("悪化", "worse");
            case NEUTRAL -> new Text("増減", "change");
            case SAME -> new Text("変化なし", "unchanged");
        };
    }

    static Text direction(Kpi.Direction direction) {
        return switch (direction) {
            case UP -> new Text("高いほど良い", "higher is better");
            case DOWN -> new Text("低いほど良い", "lower is better");
            case NONE -> new Text("良し悪しなし", "neither way is better");
        };
    }

    /** Without a good direction a target is only a number to look at. */
    static Text target(Kpi.Goal goal, double value) {
        double target = goal.target().orElseThrow();
        String distance = Numbers.text(Math.abs(target - value));
        return switch (goal.direction()) {
            case UP -> value >= target ? reached() : missed(distance);
            case DOWN -> value <= target ? reached() : missed(distance);
            case NONE -> new Text("差 " + distance, "off by " + distance);
        };
    }

    private static Text reached() {
        return new Text("達成", "reached");
    }

    private static Text missed(String distance) {
        return new Text("未達・あと " + distance, "missed by " + distance);
    }

    static Text alert(Kpi.Goal goal, double value) {
        if (goal.below().isPresent() && value < goal.below().getAsDouble()) {
            String limit = Numbers.text(goal.below().getAsDouble());
            return new Text("警告：" + limit + " を下回っています", "Alert: below " + limit);
        }
        String limit = Numbers.text(goal.above().orElseThrow());
        return new Text("警告：" + limit + " を上回っています", "Alert: above " + limit);
    }

    static Text redefined(LocalDate day) {
        return new Text(
                day + " から定義が変わり、それより前とは比べられません",
                "Defined anew on " + day + "; earlier values do not compare");
    }

    static Text age(long hours) {
        if (hours < 48) {
            return new Text(hours + " 時間前", hours + (hours == 1 ? " hour ago" : " hours ago"));
        }
        return new Text(hours / 24 + " 日前", hours / 24 + " days ago");
    }

    static Text tooOld(long hours) {
        Text age = age(hours);
        return new Text("古い：" + age.ja(), "too old: " + age.en());
    }

    /** What happened since the earlier value. */
    enum Verdict {
        GOOD,
        BAD,
        NEUTRAL,
        SAME;

        static Verdict of(Kpi.Direction direction, double change) {
            if (change == 0) {
                return SAME;
            }
            return switch (direction) {
                case UP -> change > 0 ? GOOD : BAD;
                case DOWN -> change < 0 ? GOOD : BAD;
                case NONE -> NEUTRAL;
            };
        }

        String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
