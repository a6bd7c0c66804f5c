package analysisplatform.workflow;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.SourceTable;
import analysisplatform.masking.Proof;
import analysisplatform.masking.TableStatements;
import java.util.Map;

/** One table and all that is said to Athena about it. */
record TableNight(SourceTable table, TableStatements statements, Proof proof) {

    /** Leaves room in a state's name for what is done with the table. */
    private static final int LONGEST_LABEL = 50;

    static TableNight of(Night night, SourceTable table) {
        MaskingPolicy policy = night.policy();
        TablePolicy columns = policy.tables().get(table.configured());
        return new TableNight(
                table,
                new TableStatements(table, policy, night.databases()),
                new Proof(table, columns, night.databases()));
    }

    /** Name of a state that does something with this table; unique, and within AWS' limit. */
    String state(String what) {
        String name = table.publishedName();
        String label =
                name.length() <= LONGEST_LABEL
                        ? name
                        : name.substring(0, LONGEST_LABEL - 9)
                                + "~"
                                + Integer.toHexString(name.hashCode());
        return label + ": " + what;
    }

    /** Condition of a Choice: the export had no file of this table, so it has no raw table. */
    Map<String, Object> isEmpty() {
        return Tasks.ordered(
                "Variable", Data.EMPTY_TABLES + "." + table.publishedName(), "BooleanEquals", true);
    }
}
