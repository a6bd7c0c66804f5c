package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.config.SourceTable;
import analysisplatform.masking.ProofStatement;
import analysisplatform.masking.ProofStatement.RawPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The statements of the proofs, one file each. An empty table has no raw table, so a raw part is a
 * choice of two texts: nothing, and what reads the table.
 */
final class ProofFiles {

    private final String prefix;
    private final List<ProofStatement> proofs;
    private final List<SourceTable> tables;
    private final Slots before;
    private final Slots after;
    private final int rawParts;
    private final List<StatementFile> files;

    /**
     * @param prefix where the source's statements lie, without a slash at the end
     */
    ProofFiles(String prefix, List<SourceTable> tables, List<ProofStatement> proofs) {
        this.prefix = prefix;
        this.tables = tables;
        this.proofs = proofs;
        this.before = Slots.forAll(proofs.stream().map(ProofStatement::before).toList());
        this.after = Slots.forAll(proofs.stream().map(ProofStatement::after).toList());
        this.rawParts = proofs.stream().mapToInt(proof -> proof.rawParts().size()).max().orElse(0);
        this.files = proofs.stream().map(this::file).toList();
    }

    List<StatementFile> files() {
        return files;
    }

    List<Map<String, Object>> items() {
        return IntStream.range(0, proofs.size())
                .mapToObj(i -> files.get(i).item(proofs.get(i).name()))
                .toList();
    }

    /**
     * What {@code States.Format} joins.
     *
     * @param proof path of a file's content
     * @param values path of a list: nothing, the run id
     * @param filled path of a list with 1 for each table that has rows and 0 for one that is empty
     */
    List<String> arguments(String proof, String values, String filled) {
        List<String> arguments = new ArrayList<>(before.arguments(proof + ".before", values));
        for (int part = 0; part < rawParts; part++) {
            arguments.add(
                    "States.ArrayGetItem(%1$s.raw[%2$d].texts, States.ArrayGetItem(%3$s, %1$s.raw[%2$d].table))"
                            .formatted(proof, part, filled));
        }
        arguments.addAll(after.arguments(proof + ".after", values));
        return arguments;
    }

    private StatementFile file(ProofStatement proof) {
        List<Object> raw = new ArrayList<>();
        proof.rawParts().forEach(part -> raw.add(raw(part)));
        while (raw.size() < rawParts) {
            raw.add(raw(0, ""));
        }
        return StatementFile.of(
                prefix,
                "proofs/" + proof.name().replace(' ', '-'),
                ordered(
                        "before",
                        before.json(proof.before()),
                        "raw",
                        raw,
                        "after",
                        after.json(proof.after())));
    }

    private Map<String, Object> raw(RawPart part) {
        return raw(tables.indexOf(part.table()), part.sql());
    }

    private static Map<String, Object> raw(int table, String sql) {
        return ordered("table", table, "texts", List.of("", sql));
    }
}
