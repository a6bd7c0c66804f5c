package analysisplatform.masking;

import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.SourceTable;
import java.util.List;
import java.util.Optional;

/** A table of a source with its policy, and how SQL names both of its sides. */
record ProvenTable(SourceTable table, TablePolicy policy, Databases databases) {

    String name() {
        return table.publishedName();
    }

    String rawTable() {
        return Sql.table(databases.raw(), table.rawName());
    }

    String maskedTable() {
        return databases.maskedTable(table);
    }

    List<PublishedColumn> published() {
        return PublishedColumn.of(policy);
    }

    /** A column of a raw row {@code t}, whether the policy publishes it or not. */
    String raw(String column) {
        String name = "t." + Sql.column(column);
        return Optional.ofNullable(policy.columns().get(column))
                .map(known -> Sql.stored(name, known.stored()))
                .orElse(name);
    }

    /** A column of a masked row {@code t}. */
    static String masked(PublishedColumn column) {
        return "t." + Sql.column(column.name());
    }
}
