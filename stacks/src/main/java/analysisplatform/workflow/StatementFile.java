package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * What is said to Athena about one table or by one proof, as an object of the masked store. The
 * state machine reads it when it is needed, so that its definition does not grow with the tables.
 *
 * @param name unique among the files of a source
 * @param key names the content too: a state machine never meets the statements of another one
 * @param content JSON text
 */
public record StatementFile(String name, String key, String content) {

    private static final int BYTES_OF_HASH = 6;

    /**
     * @param prefix where the source's statements lie, without a slash at the end
     */
    static StatementFile of(String prefix, String name, Map<String, ?> statements) {
        String content = Json.readable(statements);
        String key = "%s/%s/%s.json".formatted(prefix, name, hash(content));
        return new StatementFile(name, key, content);
    }

    /** Size as a text within a state's data, which is how the state machine gets it. */
    int bytes() {
        return Json.text(content).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The state machine's item: the name of what is worked on, and where its statements lie. */
    Map<String, Object> item(String subject) {
        return ordered("name", subject, "key", key);
    }

    private static String hash(String content) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES_OF_HASH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256.", impossible);
        }
    }
}
