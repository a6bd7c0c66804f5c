package analysisplatform.local;

import analysisplatform.config.Action;
import analysisplatform.config.Environment;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.engine.ReferencePseudonym;
import analysisplatform.masking.PublishedColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A few people as production knows them beside what an analyst sees of them. */
final class BeforeAndAfter {

    private static final int PEOPLE = 2;

    private final Source source;
    private final SourceTable table;
    private final TablePolicy policy;
    private final String keyColumn;
    private final String namespace;

    private BeforeAndAfter(
            Source source,
            SourceTable table,
            TablePolicy policy,
            String keyColumn,
            String namespace) {
        this.source = source;
        this.table = table;
        this.policy = policy;
        this.keyColumn = keyColumn;
        this.namespace = namespace;
    }

    /** One row: what stands in each column before and after. */
    record Person(Map<String, Pair> columns) {}

    /**
     * @param after empty when the column is not published
     */
    record Pair(String before, Optional<String> after) {}

    /** The table with most masked columns; empty when no table has a pseudonym to pair rows by. */
    static Optional<BeforeAndAfter> of(Environment environment, Source source) {
        return source.sourceTables().stream()
                .flatMap(table -> paired(environment, source, table).stream())
                .max(Comparator.comparingLong(BeforeAndAfter::maskedColumns));
    }

    String table() {
        return table.publishedName();
    }

    List<Person> people(RawRows raw, Analyst analyst, ReferencePseudonym pseudonym) {
        List<Person> people = new ArrayList<>();
        String folder = source.database() + "/" + table.folder();
        for (Map<String, String> row : raw.first(PEOPLE, folder, List.of(keyColumn))) {
            pseudonym
                    .of(namespace, row.get(keyColumn))
                    .map(key -> published(analyst, key))
                    .ifPresent(published -> people.add(person(row, published)));
        }
        return people;
    }

    private Map<String, String> published(Analyst analyst, String key) {
        Analyst.Answer answer =
                analyst.ask(
                        "SELECT * FROM \"%s\" WHERE \"%s\" = '%s'"
                                .formatted(
                                        table.publishedName(),
                                        keyColumn.toLowerCase(Locale.ROOT),
                                        key));
        if (answer.rows().size() != 1) {
            throw new LocalRunFailed(
                    "%d published rows of %s have the key %s, but there must be one."
                            .formatted(answer.rows().size(), table.publishedName(), key));
        }
        return answer.named().get(0);
    }

    private Person person(Map<String, String> raw, Map<String, String> published) {
        Map<String, Pair> columns = new LinkedHashMap<>();
        raw.forEach(
                (column, before) ->
                        columns.put(
                                column,
                                new Pair(String.valueOf(before), after(column, published))));
        return new Person(columns);
    }

    /** All that is published of a raw column, which may be several columns. */
    private Optional<String> after(String column, Map<String, String> published) {
        return PublishedColumn.of(policy).stream()
                .filter(made -> made.source().equalsIgnoreCase(column))
                .map(made -> String.valueOf(published.get(made.name())))
                .reduce((first, second) -> first + ", " + second);
    }

    private static Optional<BeforeAndAfter> paired(
            Environment environment, Source source, SourceTable table) {
        TablePolicy policy = environment.policyOf(source).tables().get(table.configured());
        for (Map.Entry<String, ColumnPolicy> column : policy.columns().entrySet()) {
            if (column.getValue().action() instanceof Action.Pseudonym pseudonym) {
                return Optional.of(
                        new BeforeAndAfter(
                                source, table, policy, column.getKey(), pseudonym.namespace()));
            }
        }
        return Optional.empty();
    }

    private long maskedColumns() {
        return policy.columns().values().stream()
                .filter(column -> !(column.action() instanceof Action.Keep))
                .count();
    }
}
