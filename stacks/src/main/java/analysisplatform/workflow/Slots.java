package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.masking.RunSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The form in which statements with different numbers of run ids are joined by one state, whose
 * {@code States.Format} has a fixed number of arguments: as many texts as the longest has, those
 * that a shorter one lacks being empty, and between each two a number that says whether the run id
 * stands there (1) or nothing (0).
 */
record Slots(int texts) {

    /** Wide enough for each of the statements. */
    static Slots forAll(Collection<RunSql> statements) {
        return new Slots(statements.stream().mapToInt(sql -> sql.parts().size()).max().orElse(1));
    }

    Map<String, Object> json(RunSql sql) {
        int missing = texts - sql.parts().size();
        List<String> padded = new ArrayList<>(sql.parts());
        padded.addAll(Collections.nCopies(missing, ""));
        List<Integer> runs = new ArrayList<>(Collections.nCopies(sql.parts().size() - 1, 1));
        runs.addAll(Collections.nCopies(missing, 0));
        return ordered("texts", padded, "runs", runs);
    }

    /**
     * What {@code States.Format} joins.
     *
     * @param statement path of {@link #json}
     * @param values path of a list: nothing, the run id
     */
    List<String> arguments(String statement, String values) {
        List<String> arguments = new ArrayList<>();
        for (int text = 0; text < texts; text++) {
            if (text > 0) {
                arguments.add(
                        "States.ArrayGetItem(%s, %s.runs[%d])"
                                .formatted(values, statement, text - 1));
            }
            arguments.add("%s.texts[%d]".formatted(statement, text));
        }
        return arguments;
    }
}
