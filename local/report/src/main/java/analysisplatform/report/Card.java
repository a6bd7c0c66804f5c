package analysisplatform.report;

import analysisplatform.report.Kpi.Latest;
import analysisplatform.report.Words.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A KPI as the template shows it: all texts are made, but not escaped. What a card does not have is
 * null.
 */
record Card(
        String id,
        Text title,
        String css,
        String unit,
        boolean stale,
        Text alert,
        Number number,
        Text missing,
        Change change,
        Target target,
        Drawing chart,
        List<Text> notes,
        Rows shownTable,
        Rows hiddenTable,
        Text direction,
        String time,
        String source,
        String owner) {

    /** More characters than this do not fit in the largest letters. */
    private static final int LONG = 11;

    private static final int LONGEST = 17;

    /** A larger change is told better by the numbers themselves. */
    private static final int MOST_PERCENT = 999;

    /**
     * @param raw for machines
     * @param size of the letters, as a class; empty for the largest
     */
    record Number(String text, String raw, String unit, String size) {}

    /**
     * @param value null when there is nothing to compare with
     */
    record Change(String css, String arrow, String value, Text verdict, Text label) {

        /** Percent of percent confuse. */
        static String text(double change, double before, String unit) {
            String absolute = Numbers.signed(change);
            if (unit.equals("%")) {
                return absolute + " pt";
            }
            double percent = change / Math.abs(before) * 100;
            return before == 0 || change == 0 || Math.abs(percent) > MOST_PERCENT
                    ? absolute
                    : "%s (%s%%)".formatted(absolute, Numbers.signed(percent));
        }
    }

    record Target(String value, State state, Progress progress) {}

    record State(String css, String sign, Text words) {}

    record Progress(String value, String max) {}

    /** A table; the first column names the row. */
    record Rows(List<Text> headers, List<Row> rows) {}

    record Row(Text name, List<Text> cells) {}

    /**
     * @param times writes a moment for people
     */
    static Card of(Kpi kpi, Function<Instant, String> times) {
        Optional<Latest> single = single(kpi);
        OptionalDouble value = single.map(Latest::value).orElse(OptionalDouble.empty());
        boolean alerted =
                kpi.latest().stream()
                        .anyMatch(
                                latest ->
                                        latest.value().isPresent()
                                                && kpi.goal().alerts(latest.value().getAsDouble()));
        Rows table = Tables.of(kpi);
        boolean tableIsShown = kpi.look().chart() == Kpi.Chart.TABLE;
        return new Card(
                kpi.id(),
                kpi.title(),
                alerted ? "alarmed" : "",
                value.isPresent() ? null : kpi.look().unit(),
                kpi.stale(),
                alerted && value.isPresent() ? Words.alert(kpi.goal(), value.getAsDouble()) : null,
                value.isPresent() ? number(value.getAsDouble(), kpi.look().unit()) : null,
                missing(kpi, single),
                single.filter(latest -> latest.value().isPresent())
                        .map(latest -> change(kpi, latest))
                        .orElse(null),
                target(kpi, value),
                Drawing.of(kpi).orElse(null),
                notes(kpi),
                tableIsShown && !table.rows().isEmpty() ? table : null,
                tableIsShown || table.rows().isEmpty() ? null : table,
                Words.direction(kpi.goal().direction()),
                kpi.snapshotTime().map(times).orElse(null),
                kpi.origin().source(),
                kpi.origin().owner());
    }

    /** The newest value of a KPI that has only one. */
    private static Optional<Latest> single(Kpi kpi) {
        return kpi.look().dimension().isEmpty()
                ? kpi.latest().stream().findFirst()
                : Optional.empty();
    }

    private static Text missing(Kpi kpi, Optional<Latest> single) {
        if (kpi.latest().isEmpty()) {
            return Words.NO_VALUE;
        }
        return single.filter(Latest::suppressed).map(latest -> Words.SUPPRESSED).orElse(null);
    }

    private static List<Text> notes(Kpi kpi) {
        List<Text> notes = new ArrayList<>();
        if (hasSuppressed(kpi)) {
            notes.add(Words.SMALL_GROUPS);
        }
        kpi.redefined().map(Words::redefined).ifPresent(notes::add);
        if (Drawing.leavesOut(kpi)) {
            notes.add(Words.TABLE_HAS_ALL);
        }
        return notes;
    }

    private static boolean hasSuppressed(Kpi kpi) {
        return kpi.latest().stream().anyMatch(Latest::suppressed)
                || kpi.history().stream().anyMatch(Kpi.Point::suppressed);
    }

    private static Number number(double value, String unit) {
        String text = Numbers.text(value);
        int length = text.length() + unit.codePointCount(0, unit.length()) / 2;
        String size = length > LONGEST ? "longest" : length > LONG ? "long" : "";
        return new Number(text, Double.toString(value), unit, size);
    }

    private static Change change(Kpi kpi, Latest latest) {
        Kpi.Comparison comparison = kpi.look().comparison();
        if (latest.previous().isEmpty()) {
            return new Change("", "", null, null, Words.noEarlierValue(comparison));
        }
        double before = latest.previous().getAsDouble();
        double change = latest.value().getAsDouble() - before;
        Verdict verdict = Verdict.of(kpi.goal().direction(), change);
        return new Change(
                verdict.css(),
                arrow(change),
                Change.text(change, before, kpi.look().unit()),
                Words.verdict(verdict),
                Words.comparison(comparison));
    }

    private static String arrow(double change) {
        return change > 0 ? "▲" : change < 0 ? "▼" : "■";
    }

    private static Target target(Kpi kpi, OptionalDouble value) {
        OptionalDouble target = kpi.goal().target();
        if (target.isEmpty()) {
            return null;
        }
        String text = Numbers.text(target.getAsDouble());
        if (value.isEmpty()) {
            return new Target(text, null, null);
        }
        return new Target(
                text,
                state(kpi.goal(), value.getAsDouble()),
                progress(kpi.goal(), value.getAsDouble()));
    }

    private static State state(Kpi.Goal goal, double value) {
        Text words = Words.target(goal, value);
        double missing = goal.target().orElseThrow() - value;
        return switch (goal.direction()) {
            case UP -> missing <= 0 ? new State("good", "✓", words) : new State("bad", "✗", words);
            case DOWN ->
                    missing >= 0 ? new State("good", "✓", words) : new State("bad", "✗", words);
            case NONE -> new State("", "", words);
        };
    }

    /** A bar that fills tells something only of what is to grow from zero. */
    private static Progress progress(Kpi.Goal goal, double value) {
        double target = goal.target().orElseThrow();
        return goal.direction() == Kpi.Direction.UP && target > 0
                ? new Progress(plain(Math.max(0, Math.min(value, target))), plain(target))
                : null;
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
