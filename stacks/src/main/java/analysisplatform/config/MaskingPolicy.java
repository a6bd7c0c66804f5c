package analysisplatform.config;

import java.util.Map;

/**
 * The content of {@code masking/<source>.yaml}: every column that may leave the quarantine, and
 * how. What is not named here is not published.
 *
 * @param minimumDomainPeople an e-mail's domain is kept only when at least so many distinct
 *     addresses of that column share it
 * @param tables by configured table name, in the order of the file
 */
public record MaskingPolicy(
        String source, int minimumDomainPeople, Map<String, TablePolicy> tables) {

    public MaskingPolicy {
        tables = Ordered.copyOf(tables);
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
     */
    public record ColumnPolicy(DataClass dataClass, Action action, Stored stored) {

        /** A column that the catalogue shows as what it is. */
        public ColumnPolicy(DataClass dataClass, Action action) {
            this(dataClass, action, Stored.PLAIN);
        }
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
