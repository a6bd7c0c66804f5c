package analysisplatform.report;

import analysisplatform.report.Kpi.Latest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart: the data that the page's script draws.
 *
 * @param kind {@code spark}, {@code line}, {@code bar} or {@code stacked}
 * @param json safe inside of a script element
 */
record Drawing(String kind, Text caption, String json) {

    /** More bars make a wall; the table has all. */
    private static final int MOST_BARS = 15;

    /** More colours cannot be told apart. */
    private static final int MOST_SERIES = 7;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty when there is nothing to draw: a table, no value, or a number without a past. */
    static Optional<Drawing> of(Kpi kpi) {
        return switch (kpi.look().chart()) {
            case NUMBER -> days(kpi, "spark").filter(one -> days(kpi) > 1);
            case LINE -> days(kpi, "line");
            case STACKED -> days(kpi, "stacked");
            case BAR -> bars(kpi);
            case TABLE -> Optional.empty();
        };
    }

    /** Whether the chart of this KPI shows less than its table. */
    static boolean leavesOut(Kpi kpi) {
        return switch (kpi.look().chart()) {
            case NUMBER, TABLE -> false;
            case BAR ->
                    kpi.latest().stream().filter(latest -> latest.value().isPresent()).count()
                            > MOST_BARS;
            case LINE, STACKED ->
                    History.of(kpi.history()).groups().stream()
                                    .filter(group -> !group.isEmpty())
                                    .count()
                            > MOST_SERIES + 1;
        };
    }

    private static long days(Kpi kpi) {
        return kpi.history().stream().map(Kpi.Point::day).distinct().count();
    }

    private static Optional<Drawing> bars(Kpi kpi) {
        List<Latest> shown =
                Tables.sorted(kpi.latest()).stream()
                        .filter(latest -> latest.value().isPresent())
                        .limit(MOST_BARS)
                        .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Series series =
                new Series(
                        kpi.title(),
                        shown.stream().map(latest -> latest.value().getAsDouble()).toList());
        return Optional.of(
                drawing(kpi, "bar", shown.stream().map(Latest::group).toList(), List.of(series)));
    }

    private static Optional<Drawing> days(Kpi kpi, String kind) {
        History history = History.of(kpi.history());
        List<Series> series = new ArrayList<>();
        for (String group : history.groups()) {
            List<Double> values = new ArrayList<>();
            history.days().forEach(day -> values.add(history.value(day, group)));
            if (values.stream().anyMatch(Objects::nonNull)) {
                series.add(new Series(group.isEmpty() ? kpi.title() : Text.same(group), values));
            }
        }
        if (series.isEmpty()) {
            return Optional.empty();
        }
        List<String> labels = history.days().stream().map(LocalDate::toString).toList();
        return Optional.of(
                drawing(kpi, kind, labels, kind.equals("stacked") ? few(series) : largest(series)));
    }

    /** What is stacked may be added up. */
    private static List<Series> few(List<Series> series) {
        if (series.size() <= MOST_SERIES + 1) {
            return series;
        }
        List<Series> few = new ArrayList<>(series.subList(0, MOST_SERIES));
        few.add(Series.sum(series.subList(MOST_SERIES, series.size())));
        return few;
    }

    private static List<Series> largest(List<Series> series) {
        return series.subList(0, Math.min(series.size(), MOST_SERIES + 1));
    }

    private static Drawing drawing(Kpi kpi, String kind, List<String> labels, List<Series> series) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", kpi.look().unit());
        data.put(
                "target",
                kpi.goal().target().isPresent() ? kpi.goal().target().getAsDouble() : null);
        data.put("labels", labels);
        data.put(
                "series",
                series.stream()
                        .map(one -> Map.of("label", label(one.label()), "data", one.values()))
                        .toList());
        return new Drawing(kind, caption(kpi), json(data));
    }

    private static Text caption(Kpi kpi) {
        return new Text(
                kpi.title().ja() + "（" + kpi.look().unit() + "）",
                kpi.title().en() + " (" + kpi.look().unit() + ")");
    }

    private static Map<String, String> label(Text text) {
        Map<String, String> label = new LinkedHashMap<>();
        label.put("ja", text.ja());
        label.put("en", text.en());
        return label;
    }

    /** No text can end the script element that holds it. */
    private static String json(Map<String, Object> data) {
        try {
            return JSON.writeValueAsString(data).replace("<", "\\u003c").replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    /**
     * @param values null where there is none
     */
    private record Series(Text label, List<Double> values) {

        static Series sum(List<Series> others) {
            List<Double> sum = new ArrayList<>(others.get(0).values());
            for (Series other : others.subList(1, others.size())) {
                for (int at = 0; at < sum.size(); at++) {
                    sum.set(at, plus(sum.get(at), other.values().get(at)));
                }
            }
            return new Series(Words.OTHERS, sum);
        }

        private static Double plus(Double one, Double other) {
            return one == null ? other : other == null ? one : Double.valueOf(one + other);
        }
    }
}
