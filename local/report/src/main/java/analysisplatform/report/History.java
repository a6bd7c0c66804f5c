package analysisplatform.report;

import analysisplatform.report.Kpi.Point;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The past of one KPI by day and group.
 *
 * @param days ascending
 * @param groups largest of the newest day first; the empty name is that of suppressed groups when
 *     there are others
 */
record History(
        List<LocalDate> days, List<String> groups, Map<LocalDate, Map<String, Point>> points) {

    static History of(List<Point> history) {
        TreeMap<LocalDate, Map<String, Point>> points = new TreeMap<>();
        for (Point point : history) {
            points.computeIfAbsent(point.day(), day -> new HashMap<>()).put(point.group(), point);
        }
        List<String> groups =
                new ArrayList<>(history.stream().map(Point::group).distinct().sorted().toList());
        if (!points.isEmpty()) {
            Map<String, Point> newest = points.lastEntry().getValue();
            groups.sort(
                    Comparator.comparing(
                            (String group) ->
                                    Optional.ofNullable(newest.get(group))
                                            .map(point -> point.value().orElse(-Double.MAX_VALUE))
                                            .orElse(-Double.MAX_VALUE),
                            Comparator.reverseOrder()));
        }
        return new History(List.copyOf(points.keySet()), List.copyOf(groups), points);
    }

    Optional<Point> at(LocalDate day, String group) {
        return Optional.ofNullable(points.get(day).get(group));
    }

    /** NULL where there is no value that may be seen. */
    Double value(LocalDate day, String group) {
        return at(day, group)
                .filter(point -> point.value().isPresent())
                .map(point -> point.value().getAsDouble())
                .orElse(null);
    }
}
