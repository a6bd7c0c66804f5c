package analysisplatform.masking;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The raw columns whose single values matter, numbered: first identifiers, then other protected
 * columns, then those that are only pseudonymised.
 */
final class RawValues {

    /** Columns of these classes name a person or a secret; their values must be nowhere. */
    private static final Set<DataClass> PROTECTED =
            EnumSet.of(DataClass.IDENTIFIER, DataClass.CODE, DataClass.FINANCIAL);

    private final List<RawColumn> columns;
    private final Map<List<String>, Integer> numbers = new HashMap<>();

    /** A column of a raw table. */
    private record RawColumn(ProvenTable table, String name, ColumnPolicy policy) {

        boolean matters() {
            return isProtected() || isPseudonymised();
        }

        boolean isIdentifier() {
            return isProtected() && policy.dataClass() == DataClass.IDENTIFIER;
        }

        boolean isProtected() {
            return PROTECTED.contains(policy.dataClass())
                    && !(policy.action() instanceof Action.Keep);
        }

        boolean isPseudonymised() {
            return policy.action() instanceof Action.Pseudonym
                    || policy.action() instanceof Action.Email;
        }
    }

    private RawValues(List<RawColumn> columns) {
        this.columns = columns;
        for (RawColumn column : columns) {
            numbers.put(List.of(column.table().name(), column.name()), numbers.size());
        }
    }

    static RawValues of(List<ProvenTable> tables) {
        return new RawValues(
                tables.stream()
                        .flatMap(
                                table ->
                                        table.policy().columns().entrySet().stream()
                                                .map(
                                                        column ->
                                                                new RawColumn(
                                                                        table,
                                                                        column.getKey(),
                                                                        column.getValue())))
                        .filter(RawColumn::matters)
                        .sorted(
                                Comparator.comparing((RawColumn column) -> !column.isProtected())
                                        .thenComparing(column -> !column.isIdentifier()))
                        .toList());
    }

    int count() {
        return columns.size();
    }

    /** Numbers below this one are identifiers. */
    int identifiers() {
        return (int) columns.stream().filter(RawColumn::isIdentifier).count();
    }

    /** Numbers below this one are protected. */
    int protectedOnes() {
        return (int) columns.stream().filter(RawColumn::isProtected).count();
    }

    List<Integer> pseudonymised() {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).isPseudonymised())
                .boxed()
                .toList();
    }

    /**
     * The number of the column of which a published one is made; -1 where it is not among these.
     */
    int numberOf(ProvenTable table, PublishedColumn column) {
        return numbers.getOrDefault(List.of(table.name(), column.source()), -1);
    }

    /** For findings, by number. */
    List<String> shownNames() {
        return columns.stream()
                .map(c -> c.table().name() + "." + c.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A query of all values of a table, each with its column's number. */
    String query(ProvenTable table) {
        List<String> own = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).table().equals(table)) {
                own.add(String.valueOf(i));
                values.add(Pseudonyms.canonical(table.raw(columns.get(i).name())));
            }
        }
        return "SELECT c.source, c.text, 1 AS entries FROM %s AS t CROSS JOIN UNNEST(%s, %s) AS c (source, text)"
                .formatted(table.rawTable(), EntryList.array(own), EntryList.array(values));
    }
}
