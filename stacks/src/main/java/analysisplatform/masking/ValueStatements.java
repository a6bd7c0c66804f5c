package analysisplatform.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The {@link ValuesProof} of a source, divided into statements that Athena takes. */
final class ValueStatements {

    private static final int MOST_TABLES = 40;

    /**
     * Athena takes 256 KB and a state machine reads as much, in a form with escapes. What is longer
     * is divided.
     */
    private static final int LONGEST = 200_000;

    private final int longestFindings;
    private final List<ProofStatement> statements = new ArrayList<>();

    private ValueStatements(int longestFindings) {
        this.longestFindings = longestFindings;
    }

    /** As many as needed; none when no value matters. */
    static List<ProofStatement> of(List<ProvenTable> tables, int longestFindings) {
        ValueStatements statements = new ValueStatements(longestFindings);
        List<ProvenTable> raw =
                tables.stream().filter(table -> RawValues.of(List.of(table)).count() > 0).toList();
        List<ProvenTable> texts =
                tables.stream()
                        .filter(
                                table ->
                                        table.published().stream()
                                                .anyMatch(PublishedColumn::isReadable))
                        .toList();
        for (List<ProvenTable> some : chunks(raw)) {
            List<List<ProvenTable>> places = chunks(texts);
            if (places.isEmpty()) {
                statements.add(some, List.of(), true);
            }
            for (int i = 0; i < places.size(); i++) {
                statements.add(some, places.get(i), i == 0);
            }
        }
        return statements.statements;
    }

    private void add(List<ProvenTable> raw, List<ProvenTable> texts, boolean withPseudonyms) {
        ValuesProof proof = new ValuesProof(raw, texts, withPseudonyms);
        if (!proof.provesAnything()) {
            return;
        }
        String name = statements.isEmpty() ? "values" : "values " + (statements.size() + 1);
        ProofStatement statement = proof.statement(name, longestFindings);
        boolean halvesTexts = proof.texts() > proof.rawColumns();
        if (statement.length() <= LONGEST || raw.size() <= 1 && texts.size() <= 1) {
            statements.add(statement);
        } else if (texts.size() > 1 && (halvesTexts || raw.size() == 1)) {
            add(raw, halves(texts).get(0), withPseudonyms);
            add(raw, halves(texts).get(1), false);
        } else {
            halves(raw).forEach(half -> add(half, texts, withPseudonyms));
        }
    }

    private static List<List<ProvenTable>> halves(List<ProvenTable> tables) {
        int half = tables.size() / 2;
        return List.of(tables.subList(0, half), tables.subList(half, tables.size()));
    }

    private static List<List<ProvenTable>> chunks(List<ProvenTable> tables) {
        return IntStream.iterate(0, i -> i < tables.size(), i -> i + MOST_TABLES)
                .mapToObj(i -> tables.subList(i, Math.min(tables.size(), i + MOST_TABLES)))
                .toList();
    }
}
