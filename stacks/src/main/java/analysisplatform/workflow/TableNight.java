package analysisplatform.workflow;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.SourceTable;
import analysisplatform.masking.Databases;
import analysisplatform.masking.TableStatements;

/** One table and all that is said to Athena about it. */
record TableNight(SourceTable table, TableStatements statements) {

    static TableNight of(SourceTable table, MaskingPolicy policy, Databases databases) {
        return new TableNight(table, new TableStatements(table, policy, databases));
    }
}
