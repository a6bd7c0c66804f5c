package analysisplatform.config;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.Stored;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.StringJoiner;

/**
 * Eight hexadecimal digits that change whenever a policy would publish something else, so a changed
 * mask is applied to a snapshot that is published already. Layout, comments and reasons of the file
 * do not count; the order of columns does, because they are published in it.
 */
public final class PolicyFingerprint {

    /** To be raised when the same policy begins to produce other values. */
    private static final String MASK_VERSION = "1";

    private static final int DIGITS = 8;

    private PolicyFingerprint() {}

    public static String of(Source source, MaskingPolicy policy) {
        StringJoiner text = new StringJoiner("\n");
        text.add(MASK_VERSION).add(quoted(source.name()) + policy.minimumDomainPeople());
        source.sourceTables().stream()
                .sorted(Comparator.comparing(SourceTable::configured))
                .forEach(table -> text.add(table(table, policy.tables().get(table.configured()))));
        return HexFormat.of().formatHex(sha256(text.toString())).substring(0, DIGITS);
    }

    private static String table(SourceTable table, TablePolicy policy) {
        StringJoiner text = new StringJoiner("\n");
        text.add(quoted(table.folder()) + quoted(table.publishedName()));
        policy.columns().forEach((name, column) -> text.add(quoted(name) + column(column)));
        return text.toString();
    }

    private static String column(ColumnPolicy column) {
        Action action = column.action();
        String detail = "";
        if (action instanceof Action.Keep keep) {
            detail = keep.type();
        } else if (action instanceof Action.Null empty) {
            detail = empty.type();
        } else if (action instanceof Action.Pseudonym pseudonym) {
            detail = pseudonym.namespace();
        }
        String stored = column.stored() == Stored.PLAIN ? "" : column.stored().name();
        return column.dataClass() + action.getClass().getSimpleName() + stored + quoted(detail);
    }

    /** Length first: no two different lists of texts become one text. */
    private static String quoted(String text) {
        return text.length() + ":" + text + ";";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java platform has SHA-256", exception);
        }
    }
}
