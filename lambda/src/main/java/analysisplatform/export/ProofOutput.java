package analysisplatform.export;

import java.util.Optional;

/**
 * Where the result of one proof statement lies.
 *
 * @param object empty when the statement could not be run
 */
record ProofOutput(String name, Optional<ObjectAddress> object) {

    static ProofOutput of(Fields fields) {
        return new ProofOutput(
                fields.text("name"),
                fields.optionalText("output").map(given -> ObjectAddress.of(fields, "output")));
    }
}
