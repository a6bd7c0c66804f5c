package analysisplatform.workflow;

import analysisplatform.config.InvalidConfiguration;
import analysisplatform.json.Json;
import analysisplatform.masking.Drift;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What AWS allows one source's state machine to be. Found at synthesis, where somebody can split
 * the source, and not in the middle of a deployment or of a night.
 */
final class Limits {

    /**
     * A definition travels as a text in JSON, and the whole request may have a megabyte:
     * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html. The rest is for the
     * request's other fields.
     */
    static final int DEFINITION_BYTES = 1_000_000;

    /** https://docs.aws.amazon.com/athena/latest/ug/service-limits.html */
    static final int STATEMENT_BYTES = 262_144;

    /**
     * A state's data may have 256 KiB, and it holds a file's text beside a little else:
     * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
     */
    static final int FILE_BYTES = 250_000;

    /** Glue lists and deletes so many tables in one call. */
    static final int TABLES = 100;

    private final Night night;

    Limits(Night night) {
        this.night = night;
    }

    /**
     * @param definition the whole state machine
     * @throws InvalidConfiguration with one sentence for each limit that is passed
     */
    void check(String definition) {
        int tables = night.source().sourceTables().size();
        List<String> problems = new ArrayList<>();
        if (tables > TABLES) {
            problems.add(problem(tables, "but one source can have at most %,d", TABLES));
        }
        require(
                problems,
                "a state machine of %,d bytes, but Step Functions allows %,d",
                bytes(Json.text(definition)),
                DEFINITION_BYTES);
        require(
                problems,
                "a comparison with the schema of %,d bytes, but Athena allows %,d",
                bytes(drift()),
                STATEMENT_BYTES);
        night.statements().files().forEach(file -> requireReadable(problems, file));
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
    }

    private void require(List<String> problems, String needs, int bytes, int limit) {
        if (bytes > limit) {
            problems.add(
                    problem(
                            night.source().sourceTables().size(),
                            "which need " + needs,
                            bytes,
                            limit));
        }
    }

    private void requireReadable(List<String> problems, StatementFile file) {
        if (file.bytes() > FILE_BYTES) {
            problems.add(
                    "environments/%s/masking/%s.yaml: the statements of %s need %s bytes, but Step Functions reads at most %s; publish fewer columns or mask them more simply."
                            .formatted(
                                    night.environment().name(),
                                    night.source().name(),
                                    file.name(),
                                    String.format(Locale.ROOT, "%,d", file.bytes()),
                                    String.format(Locale.ROOT, "%,d", FILE_BYTES)));
        }
    }

    private String problem(int tables, String rest, Object... numbers) {
        return "environments/%s/platform.yaml: source %s has %d tables, %s; divide them between two sources."
                .formatted(
                        night.environment().name(),
                        night.source().name(),
                        tables,
                        String.format(Locale.ROOT, rest, numbers));
    }

    private String drift() {
        return new Drift(night.source(), night.policy(), night.databases()).statement();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
