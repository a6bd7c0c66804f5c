package analysisplatform.constructs;

import analysisplatform.json.Json;
import analysisplatform.kpi.KpiColumn;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A view as Athena writes it into the data catalog: JSON in Base64 in a comment. */
final class PrestoView {

    private static final String CATALOG = "awsdatacatalog";

    private PrestoView() {}

    /**
     * @param database that unqualified names of the query mean
     */
    static String text(String database, String sql, List<KpiColumn> columns) {
        String json =
                Json.sorted(
                        Map.of(
                                "originalSql",
                                sql,
                                "catalog",
                                CATALOG,
                                "schema",
                                database,
                                "columns",
                                columns.stream().map(PrestoView::described).toList()));
        String encoded = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return "/* Presto View: " + encoded + " */";
    }

    private static Map<String, String> described(KpiColumn column) {
        return Map.of("name", column.name(), "type", column.type());
    }
}
