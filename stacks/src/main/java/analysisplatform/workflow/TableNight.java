package analysisplatform.workflow;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.SourceTable;
import analysisplatform.masking.TableStatements;

/** One table and all that is said to Athena about it. */
record TableNight(SourceTable table, TableStatements statements) {

    static TableNight of(Night night, SourceTable table) {
        MaskingPolicy policy = night.policy();
        return new TableNight(table, new TableStatements(table, policy, night.databases()));
    }
}
