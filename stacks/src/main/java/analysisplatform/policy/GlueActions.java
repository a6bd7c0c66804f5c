package analysisplatform.policy;

import analysisplatform.names.Arns;
import java.util.ArrayList;
import java.util.List;

/** What roles do with the data catalog. */
final class GlueActions {

    static final List<String> READ =
            List.of(
                    "glue:GetDatabase",
                    "glue:GetDatabases",
                    "glue:GetTable",
                    "glue:GetTables",
                    "glue:GetPartition",
                    "glue:GetPartitions",
                    "glue:BatchGetPartition");

    /** A crawler's work on its own database. */
    static final List<String> CATALOG =
            List.of(
                    "glue:CreateTable",
                    "glue:UpdateTable",
                    "glue:CreatePartition",
                    "glue:BatchCreatePartition",
                    "glue:UpdatePartition",
                    "glue:BatchUpdatePartition");

    static final List<String> CREATE = List.of("glue:CreateTable");

    static final List<String> REPLACE =
            List.of("glue:CreateTable", "glue:UpdateTable", "glue:DeleteTable");

    static final List<String> DELETE = List.of("glue:DeleteTable", "glue:BatchDeleteTable");

    /** Athena asks for this database before every query, wherever the query's tables are. */
    static final String ATHENAS_DATABASE = "default";

    private GlueActions() {}

    /** Glue checks the catalog, the database and the table of every call. */
    static List<String> databases(Arns arns, List<String> databases) {
        List<String> resources = new ArrayList<>();
        resources.add(arns.glueCatalog());
        for (String database : databases) {
            resources.add(arns.glueDatabase(database));
            resources.add(arns.glueTables(database));
        }
        return resources;
    }
}
