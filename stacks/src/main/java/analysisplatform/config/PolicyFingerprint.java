package analysisplatform.config;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.QuasiIdentifier;
import analysisplatform.config.MaskingPolicy.Relation;
import analysisplatform.config.MaskingPolicy.Stored;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.StringJoiner;

/**
 * Eight hexadecimal digits that change whenever a policy would publish something else or prove it
 * otherwise, so a changed policy is applied to a snapshot that is published already. Layout,
 * comments and reasons of the file do not count; the order of columns does, because they are
 * published in it.
 */
public final class PolicyFingerprint {

    /** To be raised when the same policy begins to produce other values. */
    private static final String MASK_VERSION = "2";

    /** Adds nothing, so that run ids from before there was a second key stay. */
    private static final int FIRST_KEY = 1;

    private static final int DIGITS = 8;

    private PolicyFingerprint() {}

    /** Of one source of an environment. */
    public static String of(Environment environment, Source source) {
        return of(
                source, environment.policyOf(source), environment.platform().pseudonymKeyVersion());
    }

    /**
     * @param pseudonymKeyVersion of the key that makes the pseudonyms
     */
    public static String of(Source source, MaskingPolicy policy, int pseudonymKeyVersion) {
        StringJoiner text = new StringJoiner("\n");
        if (pseudonymKeyVersion != FIRST_KEY) {
            text.add("key " + pseudonymKeyVersion);
        }
        text.add(MASK_VERSION).add(quoted(source.name()) + policy.minimumDomainPeople());
        text.add(quoted(policy.timeZone().getId()));
        policy.relations().stream().map(PolicyFingerprint::relation).sorted().forEach(text::add);
        policy.quasiIdentifiers().stream()
                .map(PolicyFingerprint::quasiIdentifier)
                .sorted()
                .forEach(text::add);
        source.sourceTables().stream()
                .sorted(Comparator.comparing(SourceTable::configured))
                .forEach(
                        table ->
                                text.add(
                                        table(
                                                table,
                                                policy,
                                                policy.tables().get(table.configured()))));
        return HexFormat.of().formatHex(sha256(text.toString())).substring(0, DIGITS);
    }

    private static String relation(Relation relation) {
        return "relation "
                + quoted(relation.table())
                + quoted(relation.column())
                + quoted(relation.toTable())
                + quoted(relation.toColumn());
    }

    private static String quasiIdentifier(QuasiIdentifier quasi) {
        StringBuilder text = new StringBuilder("quasi-identifier ").append(quoted(quasi.table()));
        quasi.columns().stream().sorted().forEach(column -> text.append(quoted(column)));
        return text.append(quasi.minimumPeople()).append(quasi.onViolation()).toString();
    }

    private static String table(SourceTable table, MaskingPolicy policy, TablePolicy columns) {
        StringJoiner text = new StringJoiner("\n");
        text.add(quoted(table.folder()) + quoted(table.publishedName()));
        columns.columns()
                .forEach((name, column) -> text.add(quoted(name) + column(policy, column)));
        return text.toString();
    }

    private static String column(MaskingPolicy policy, ColumnPolicy column) {
        StringBuilder text = new StringBuilder();
        text.append(column.dataClass()).append(column.action().keyword());
        text.append(column.stored() == Stored.PLAIN ? "" : column.stored().name());
        text.append(policy.unparsablePercentOf(column)).append(' ');
        column.mayContain().keySet().stream().sorted().forEach(text::append);
        column.action().match(new ActionDetails()).forEach(detail -> text.append(quoted(detail)));
        return text.toString();
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
