package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The query that makes the masked rows of one table out of the raw ones, in one pass. */
final class MaskQuery {

    private static final String ROWS = "m";

    private final TablePolicy table;
    private final MaskingPolicy policy;
    private final List<PublishedColumn> columns;

    MaskQuery(TablePolicy table, MaskingPolicy policy) {
        this.table = table;
        this.policy = policy;
        this.columns = PublishedColumn.of(table);
    }

    /** A step of a column's mask; no column of a table has a blank in its name. */
    static String step(String rows, PublishedColumn column, int number) {
        return rows + "." + Sql.identifier(column.name() + " " + number);
    }

    /**
     * @param raw the raw table
     * @param key {@link PseudonymKey#asSecret}
     */
    String of(String raw, String key) {
        SharedDomains domains = new SharedDomains(columns, policy.minimumDomainPeople());
        return domains.with(raw)
                + "SELECT\n  "
                + columns.stream().map(this::value).collect(joining(",\n  "))
                + "\nFROM (\n  SELECT\n    "
                + String.join(",\n    ", steps())
                + "\n  FROM "
                + raw
                + " AS r\n) AS "
                + ROWS
                + "\nCROSS JOIN "
                + key
                + domains.join(ROWS);
    }

    /** The same columns, no row. */
    String empty() {
        return "SELECT\n  "
                + columns.stream()
                        .map(column -> Sql.nullOf(column.type()) + as(column.name()))
                        .collect(joining(",\n  "))
                + "\nWHERE false";
    }

    private String value(PublishedColumn column) {
        Mask mask = mask(column);
        List<String> names =
                IntStream.range(0, mask.steps().size())
                        .mapToObj(number -> step(ROWS, column, number))
                        .toList();
        return mask.value().apply(names) + as(column.name());
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (PublishedColumn column : columns) {
            int number = 0;
            for (String step : mask(column).steps()) {
                steps.add(step + as(column.name() + " " + number++));
            }
        }
        // a table of nothing but NULLs has no step, yet as many rows
        return steps.isEmpty() ? List.of("1" + as("row")) : steps;
    }

    private Mask mask(PublishedColumn column) {
        return column.action().match(new Masks(column, table, policy.timeZone()));
    }

    private static String as(String name) {
        return " AS " + Sql.identifier(name);
    }
}
