package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Published columns with text of one kind, of several tables, in the order of their numbers. */
final class MaskedValues {

    private final List<ProvenTable> tables;
    private final List<Column> columns;

    /** A published column and its table. */
    record Column(ProvenTable table, PublishedColumn published) {

        ColumnPolicy policy() {
            return table.policy().columns().get(published.source());
        }

        boolean isEmail() {
            return published.action() instanceof Action.Email;
        }
    }

    private MaskedValues(List<ProvenTable> tables, List<Column> columns) {
        this.tables = tables;
        this.columns = columns;
    }

    /** Those of which only the data knows what they say. */
    static MaskedValues readable(List<ProvenTable> tables) {
        return of(tables, PublishedColumn::isReadable);
    }

    static MaskedValues pseudonyms(List<ProvenTable> tables) {
        return of(tables, PublishedColumn::isPseudonym);
    }

    private static MaskedValues of(List<ProvenTable> tables, Predicate<PublishedColumn> kind) {
        return new MaskedValues(
                tables,
                tables.stream()
                        .flatMap(
                                table ->
                                        table.published().stream()
                                                .filter(kind)
                                                .map(column -> new Column(table, column)))
                        .toList());
    }

    List<Column> columns() {
        return columns;
    }

    /** A query of {@code number} and {@code text}; without columns it has no row. */
    String query() {
        return Stream.concat(
                        Stream.of("SELECT -1 AS number, CAST(NULL AS varchar) AS text WHERE false"),
                        tables.stream().filter(this::hasColumn).map(this::query))
                .collect(joining("\nUNION ALL "));
    }

    private boolean hasColumn(ProvenTable table) {
        return columns.stream().anyMatch(column -> column.table().equals(table));
    }

    private String query(ProvenTable table) {
        List<String> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).table().equals(table)) {
                numbers.add(String.valueOf(i));
                texts.add(ProvenTable.masked(columns.get(i).published()));
            }
        }
        return "SELECT c.number, c.text FROM %s AS t CROSS JOIN UNNEST(%s, %s) AS c (number, text)"
                .formatted(table.maskedTable(), EntryList.array(numbers), EntryList.array(texts));
    }
}
