package analysisplatform.queries;

import static java.util.stream.Collectors.joining;

import analysisplatform.masking.PublishedColumn;
import analysisplatform.masking.Sql;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** First questions to one published view; both read little and need no other view. */
final class ViewExamples {

    private static final int ROWS = 100;

    private final String view;
    private final List<PublishedColumn> columns;

    /**
     * @param columns all of the view's
     */
    ViewExamples(String view, List<PublishedColumn> columns) {
        this.view = Sql.identifier(view);
        this.columns = List.copyOf(columns);
    }

    /**
     * @param column that the rows are counted by
     */
    record Count(String column, String sql) {}

    /** What the view holds, each column by its name. */
    String rows() {
        return """
                SELECT
                  %s
                FROM %s
                LIMIT %d"""
                .formatted(
                        columns.stream()
                                .map(column -> Sql.identifier(column.name()))
                                .collect(joining(",\n  ")),
                        view,
                        ROWS);
    }

    /** Rows by the column that likely has few values; empty when none looks so. */
    Optional<Count> count() {
        return columns.stream()
                .filter(column -> FewValues.of(column).isPresent())
                .min(Comparator.comparingInt(column -> FewValues.of(column).getAsInt()))
                .map(column -> new Count(column.name(), count(column)));
    }

    private String count(PublishedColumn column) {
        return """
                SELECT
                  %s AS %s,
                  count(*) AS row_count
                FROM %s
                GROUP BY 1
                ORDER BY 2 DESC
                LIMIT %d"""
                .formatted(group(column), Sql.identifier(column.name()), view, ROWS);
    }

    /** Of days and points in time, one group a month. */
    private static String group(PublishedColumn column) {
        String name = Sql.identifier(column.name());
        return switch (column.type()) {
            case "date", "timestamp(3)" -> "CAST(date_trunc('month', %s) AS date)".formatted(name);
            default -> name;
        };
    }
}
