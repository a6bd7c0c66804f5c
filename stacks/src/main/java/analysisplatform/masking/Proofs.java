package analysisplatform.masking;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.SourceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is proven of a run before it is published. */
public final class Proofs {

    /**
     * The findings of all statements become one cause of failure, and the Amazon States Language
     * takes no longer one than 32,768 characters.
     */
    private static final int LONGEST_CAUSE = 30_000;

    private static final int LONGEST_FINDINGS = 2_000;

    private Proofs() {}

    /** Independent of each other; together they are the proof. */
    public static List<ProofStatement> of(
            List<SourceTable> sourceTables, MaskingPolicy policy, Databases databases) {
        Map<String, ProvenTable> tables = new LinkedHashMap<>();
        for (SourceTable table : sourceTables) {
            tables.put(
                    table.configured(),
                    new ProvenTable(table, policy.tables().get(table.configured()), databases));
        }
        List<ProvenTable> all = List.copyOf(tables.values());
        int longest = Math.min(LONGEST_FINDINGS, LONGEST_CAUSE / (all.size() + 3));
        List<ProofStatement> statements = new ArrayList<>();
        all.forEach(table -> statements.add(new ColumnsProof(table, policy).statement(longest)));
        statements.addAll(ValueStatements.of(all, longest));
        statements.add(new SourceProof(tables, policy, databases).statement(longest));
        return statements;
    }
}
