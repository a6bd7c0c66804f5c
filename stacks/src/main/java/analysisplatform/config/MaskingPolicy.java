package analysisplatform.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The content of {@code masking/<source>.yaml}: every column that may leave the quarantine, and
 * how. What is not named here is not published.
 *
 * @param minimumDomainPeople an e-mail's domain is kept only when at least so many distinct
 *     addresses of that column share it
 * @param timeZone into which times that carry an offset are turned
 * @param unparsablePercent the share of a column's values that may be lost to its declared type
 * @param relations whose orphans must be as many after masking as before
 * @param quasiIdentifiers columns that together must not point at too few people
 * @param tables by configured table name, in the order of the file
 */
public record MaskingPolicy(
        String source,
        int minimumDomainPeople,
        ZoneId timeZone,
        Unclassified onUnclassified,
        int unparsablePercent,
        List<Relation> relations,
        List<QuasiIdentifier> quasiIdentifiers,
        Map<String, TablePolicy> tables) {

    private static final int DEFAULT_UNPARSABLE_PERCENT = 1;

    public MaskingPolicy {
        relations = List.copyOf(relations);
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        tables = Ordered.copyOf(tables);
    }

    /** A policy that leaves everything else at its default. */
    public MaskingPolicy(String source, int minimumDomainPeople, Map<String, TablePolicy> tables) {
        this(
                source,
                minimumDomainPeople,
                ZoneId.of("UTC"),
                Unclassified.WITHHOLD,
                DEFAULT_UNPARSABLE_PERCENT,
                List.of(),
                List.of(),
                tables);
    }

    /** The share of this column's values that may be lost to its declared type. */
    public int unparsablePercentOf(ColumnPolicy column) {
        return column.unparsablePercent().orElse(unparsablePercent);
    }

    /**
     * @param columns by the source's column name, in the order of the file
     */
    public record TablePolicy(Map<String, ColumnPolicy> columns) {
        public TablePolicy {
            columns = Ordered.copyOf(columns);
        }
    }

    /**
     * @param dataClass what the column holds
     * @param action what happens to it
     * @param stored how the catalogue shows the raw column
     * @param mayContain what looks personal in the published text but is not, with the reason
     * @param unparsablePercent overrides the policy's
     */
    public record ColumnPolicy(
            DataClass dataClass,
            Action action,
            Stored stored,
            Map<PersonalPattern, String> mayContain,
            OptionalInt unparsablePercent) {

        public ColumnPolicy {
            mayContain = Ordered.copyOf(mayContain);
        }

        /** A column that the catalogue shows as what it is. */
        public ColumnPolicy(DataClass dataClass, Action action) {
            this(dataClass, action, Stored.PLAIN);
        }

        /** A column without exceptions. */
        public ColumnPolicy(DataClass dataClass, Action action, Stored stored) {
            this(dataClass, action, stored, Map.of(), OptionalInt.empty());
        }

        /** Whether a raw column of this type can be masked as the policy says. */
        public boolean accepts(RawType raw) {
            return switch (stored) {
                case PLAIN -> action.accepts().contains(raw);
                case BYTES -> raw == RawType.BYTES && action.accepts().contains(RawType.TEXT);
            };
        }
    }

    /** Every value of {@code column} that is not NULL should occur in {@code toColumn}. */
    public record Relation(String table, String column, String toTable, String toColumn) {}

    /**
     * Columns by which somebody could be recognised together.
     *
     * @param minimumPeople no group of equal values may be smaller
     */
    public record QuasiIdentifier(
            String table, List<String> columns, int minimumPeople, OnViolation onViolation) {
        public QuasiIdentifier {
            columns = List.copyOf(columns);
        }
    }

    /** What happens when a group is too small. */
    public enum OnViolation {
        HALT,
        REPORT
    }

    /** What happens when the export has a column that the policy does not name. */
    public enum Unclassified {
        WITHHOLD,
        HALT
    }

    /** What no published text may look like. */
    public enum PersonalPattern {
        MAIL,
        PHONE,
        MY_NUMBER,
        CARD,
        POSTAL_CODE
    }

    /** How the catalogue shows a raw column. */
    public enum Stored {
        /** As text, number, time or truth value. */
        PLAIN,
        /** As bytes that hold UTF-8, which is how RDS exports MySQL's CHAR. */
        BYTES
    }

    /** What a column holds; decides which actions are strong enough. */
    public enum DataClass {
        IDENTIFIER,
        CODE,
        FINANCIAL,
        QUASI,
        ATTRIBUTE,
        FREE_TEXT,
        NONE
    }
}
