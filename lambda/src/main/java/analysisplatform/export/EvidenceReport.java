package analysisplatform.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is kept of one night. It repeats the policy summary whole, so that it can be read when
 * nothing else is left.
 *
 * @param policy as the deployment wrote it
 */
record EvidenceReport(EndedNight night, List<ProofResult> proofs, Map<?, ?> policy) {

    /** To be raised when a reader of the JSON would have to change. */
    private static final int FORMAT = 1;

    /** What a reader wants to know first. */
    enum Verdict {
        /** Published, and every proof passed. */
        PROVEN,
        /** Published, but no proof was handed over, or one has no result. */
        UNPROVEN,
        /** Published although a proof was violated, which must never be. */
        VIOLATED,
        /** Not published. */
        HALTED
    }

    Verdict verdict() {
        if (!night.isPublished()) {
            return Verdict.HALTED;
        }
        if (violations() > 0) {
            return Verdict.VIOLATED;
        }
        boolean complete = proofs.stream().allMatch(ProofResult::isTold);
        return complete && !proofs.isEmpty() ? Verdict.PROVEN : Verdict.UNPROVEN;
    }

    long violations() {
        return proofs.stream().mapToLong(ProofResult::violations).sum();
    }

    List<ProofResult.Check> checks() {
        return proofs.stream().flatMap(proof -> proof.checks().stream()).toList();
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("verdict", verdict().name());
        json.put("violations", violations());
        json.put("night", night.json());
        json.put("proofs", proofs.stream().map(ProofResult::json).toList());
        json.put("drift", night.drift());
        json.put("policy", policy);
        return Json.write(json);
    }
}
