package analysisplatform.workflow;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.SourceTable;
import analysisplatform.masking.TableStatements;
import java.util.Map;

/** One table and all that is said to Athena about it. */
record TableNight(SourceTable table, TableStatements statements) {

    /** Leaves room in a state's name for what is done with the table. */
    private static final int LONGEST_LABEL = 50;

    static TableNight of(Night night, SourceTable table) {
        MaskingPolicy policy = night.policy();
        return new TableNight(table, new TableStatements(table, policy, night.databases()));
    }

    /** Name of a state that does something with this table; unique, and within AWS' limit. */
    String state(String what) {
        return label(table.publishedName(), LONGEST_LABEL) + ": " + what;
    }

    /** The name, or as much of it as fits and what tells it from others that begin alike. */
    static String label(String name, int longest) {
        return name.length() <= longest
                ? name
                : name.substring(0, longest - 9) + "~" + Integer.toHexString(name.hashCode());
    }

    /** Condition of a Choice: the export had no file of this table, so it has no raw table. */
    Map<String, Object> isEmpty() {
        return isEmpty(table);
    }

    static Map<String, Object> isEmpty(SourceTable table) {
        return Tasks.ordered(
                "Variable", Data.EMPTY_TABLES + "." + table.publishedName(), "BooleanEquals", true);
    }
}
