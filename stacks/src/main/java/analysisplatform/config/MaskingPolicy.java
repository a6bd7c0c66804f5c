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
     */
    public record ColumnPolicy(DataClass dataClass, Action action) {}

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
