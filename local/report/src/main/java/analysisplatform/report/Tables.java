package analysisplatform.report;

import analysisplatform.report.Card.Row;
import analysisplatform.report.Card.Rows;
import analysisplatform.report.Kpi.Latest;
import analysisplatform.report.Kpi.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** What a chart shows, as a table for those who cannot see it or want the exact numbers. */
final class Tables {

    private static final Text DAY = new Text("日", "Day");
    private static final Text NONE = Text.same("–");

    private Tables() {}

    static Rows of(Kpi kpi) {
        return switch (kpi.look().chart()) {
            case NUMBER, LINE, STACKED -> days(kpi);
            case BAR, TABLE -> groups(kpi);
        };
    }

    /** The newest day, largest first; with the change when anything has one. */
    private static Rows groups(Kpi kpi) {
        boolean compared = kpi.latest().stream().anyMatch(latest -> latest.previous().isPresent());
        List<Text> headers = new ArrayList<>();
        headers.add(kpi.look().dimension().orElse(DAY));
        headers.add(withUnit(kpi));
        if (compared) {
            headers.add(Words.comparison(kpi.look().comparison()));
        }
        return new Rows(
                headers, sorted(kpi.latest()).stream().map(one -> group(one, compared)).toList());
    }

    private static Row group(Latest latest, boolean compared) {
        List<Text> cells = new ArrayList<>();
        cells.add(value(latest.value(), latest.suppressed()));
        if (compared) {
            cells.add(
                    latest.value().isPresent() && latest.previous().isPresent()
                            ? Text.same(
                                    Numbers.signed(
                                            latest.value().getAsDouble()
                                                    - latest.previous().getAsDouble()))
                            : NONE);
        }
        Text name =
                !latest.group().isEmpty()
                        ? Text.same(latest.group())
                        : latest.suppressed() ? Words.SMALL : Text.same(latest.day().toString());
        return new Row(name, cells);
    }

    /** Largest first, what is suppressed last. */
    static List<Latest> sorted(List<Latest> latest) {
        return latest.stream()
                .sorted(
                        Comparator.comparing(Latest::suppressed)
                                .thenComparing(
                                        one -> one.value().orElse(Double.NEGATIVE_INFINITY),
                                        Comparator.reverseOrder())
                                .thenComparing(Latest::group))
                .toList();
    }

    /** One row per day, newest first, one column per group. */
    private static Rows days(Kpi kpi) {
        History history = History.of(kpi.history());
        List<Text> headers = new ArrayList<>();
        headers.add(DAY);
        if (kpi.look().dimension().isEmpty()) {
            headers.add(withUnit(kpi));
        } else {
            history.groups()
                    .forEach(
                            group -> headers.add(group.isEmpty() ? Words.SMALL : Text.same(group)));
        }
        List<Row> rows = new ArrayList<>();
        List<LocalDate> days = history.days();
        for (int at = days.size() - 1; at >= 0; at--) {
            LocalDate day = days.get(at);
            rows.add(
                    new Row(
                            Text.same(day.toString()),
                            history.groups().stream()
                                    .map(group -> history.at(day, group))
                                    .map(point -> point.map(Tables::value).orElse(NONE))
                                    .toList()));
        }
        return new Rows(headers, rows);
    }

    private static Text value(Point point) {
        return value(point.value(), point.suppressed());
    }

    private static Text value(OptionalDouble value, boolean suppressed) {
        if (suppressed) {
            return Words.SUPPRESSED;
        }
        return value.isPresent() ? Text.same(Numbers.text(value.getAsDouble())) : NONE;
    }

    private static Text withUnit(Kpi kpi) {
        return new Text(
                Words.VALUE.ja() + "（" + kpi.look().unit() + "）",
                Words.VALUE.en() + " (" + kpi.look().unit() + ")");
    }
}
