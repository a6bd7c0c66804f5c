package analysisplatform.workflow;

import static java.util.stream.Collectors.joining;

import analysisplatform.masking.ProofStatement;
import analysisplatform.masking.RunSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lays down the pieces of a proof's statement, and runs them joined. */
final class ProofTasks {

    private static final String SHARED = "$.shared.part";

    private static final Pattern IS_SHARED =
            Pattern.compile(
                    ProofStatement.SHARED.stream().map(Pattern::quote).collect(joining("|")));

    private ProofTasks() {}

    /** Lays down once what many proofs have in common. */
    static State shared(String name) {
        Map<String, Object> parts = new LinkedHashMap<>();
        ProofStatement.SHARED.forEach(part -> parts.put("part" + (parts.size() + 1), part));
        return State.pass(name).result(parts).into("$.shared");
    }

    /** Lays down a proof, but for its raw parts. */
    static State statement(String name, ProofStatement proof) {
        Map<String, Object> pieces = named(proof.before(), "before");
        pieces.putAll(named(proof.after(), "after"));
        return State.pass(name).result(pieces).into("$.sql");
    }

    /** Where a raw part of a proof is laid down, counted from 1. */
    static String rawPart(int number) {
        return "$.raw.part" + number;
    }

    /** The proof whose pieces other states have laid down. */
    static State query(Night night, String name, ProofStatement proof) {
        List<String> paths = new ArrayList<>(paths(proof.before(), "$.sql.before"));
        for (int part = 1; part <= proof.rawParts().size(); part++) {
            paths.add(rawPart(part));
        }
        paths.addAll(paths(proof.after(), "$.sql.after"));
        return Tasks.query(night, name, paths);
    }

    private static List<String> paths(RunSql sql, String prefix) {
        List<String> paths = new ArrayList<>();
        int piece = 0;
        for (String part : sql.parts()) {
            if (piece > 0) {
                paths.add(Data.RUN_ID);
            }
            paths.add(prefix + ++piece);
            for (MatchResult shared : IS_SHARED.matcher(part).results().toList()) {
                paths.add(SHARED + (1 + ProofStatement.SHARED.indexOf(shared.group())));
                paths.add(prefix + ++piece);
            }
        }
        return paths;
    }

    private static Map<String, Object> named(RunSql sql, String prefix) {
        Map<String, Object> named = new LinkedHashMap<>();
        sql.parts().stream()
                .flatMap(part -> Stream.of(IS_SHARED.split(part, -1)))
                .forEach(piece -> named.put(prefix + (named.size() + 1), piece));
        return named;
    }
}
