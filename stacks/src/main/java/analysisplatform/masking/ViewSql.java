package analysisplatform.masking;

import analysisplatform.config.SourceTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement about a stable view, the same for every table of a source but for its name.
 *
 * @param parts never empty; between each two of them stands the table's published name
 */
public record ViewSql(List<RunSql> parts) {

    private static final String TABLE = "${table}";

    public ViewSql {
        parts = List.copyOf(parts);
    }

    /** Switches the view to a run. */
    public static ViewSql publish(Databases databases) {
        return of(
                "CREATE OR REPLACE VIEW %s AS\nSELECT * FROM %s"
                        .formatted(view(databases), databases.maskedTable(TABLE)));
    }

    /** For a view that had no run to go back to. */
    public static ViewSql withdraw(Databases databases) {
        return of("DROP VIEW IF EXISTS " + view(databases));
    }

    /** The statement about one view. */
    RunSql of(SourceTable table) {
        return RunSql.of(
                String.join(table.publishedName(), parts.stream().map(RunSql::toString).toList()));
    }

    private static ViewSql of(String statement) {
        return new ViewSql(Stream.of(statement.split("\\$\\{table}", -1)).map(RunSql::of).toList());
    }

    private static String view(Databases databases) {
        return Sql.table(databases.published(), TABLE);
    }
}
