package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.engine.QueryResult;
import analysisplatform.engine.Row;
import java.util.List;
import java.util.stream.Stream;

/** What all statements of a proof said together. */
record TestProof(List<String> findings, List<Row> checks) {

    static TestProof of(List<QueryResult> results) {
        results.forEach(TestProof::assertSound);
        return new TestProof(
                results.stream()
                        .map(result -> result.rows().get(0).text("findings"))
                        .filter(findings -> !findings.equals(ProofStatement.NO_FINDINGS))
                        .flatMap(findings -> Stream.of(findings.split("; ")))
                        .toList(),
                results.stream().flatMap(result -> result.rows().stream()).toList());
    }

    /** The state machine believes the first row alone. */
    private static void assertSound(QueryResult result) {
        assertThat(result.rows()).isNotEmpty();
        Row first = result.rows().get(0);
        long violated = result.rows().stream().mapToLong(row -> row.number("violated")).sum();
        assertThat(first.list().subList(0, 2))
                .isEqualTo(List.of(first.number("violations"), first.text("findings")));
        assertThat(first.number("violations")).isEqualTo(violated);
        assertThat(first.text("findings").equals(ProofStatement.NO_FINDINGS))
                .isEqualTo(violated == 0);
    }

    /** A check's counts: {@code raw}, {@code masked} and {@code violated}. */
    List<Object> counts(String check, String column) {
        return checks.stream()
                .filter(row -> row.text("check").equals(check))
                .filter(row -> row.text("column_name").equals(column))
                .findFirst()
                .orElseThrow(() -> new AssertionError(check + " of " + column + " in " + checks))
                .list()
                .subList(5, 8);
    }
}
