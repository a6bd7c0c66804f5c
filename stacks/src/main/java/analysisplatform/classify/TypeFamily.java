package analysisplatform.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What kind of value a type holds, for the words of MySQL, PostgreSQL, Glue and Athena alike.
 *
 * <p>The first family whose pattern is found in the lower-case type is the one; the patterns keep
 * to the same rules as {@link Rule#pattern}.
 */
public enum TypeFamily {
    BOOLEAN("^bool(ean)?$"),
    NUMBER(
            "^((tiny|small|medium|big)?(int|serial)[248]?|integer|year|decimal|dec|numeric|number|float[48]?|real|double|money)($|[^a-z0-9])"),
    TIME("^(date|datetime|timestamp|timestamptz|time|timetz)($|[^a-z0-9])"),
    BYTES("^((long )?varbinary|binary|bytea|bit|(tiny|medium|long)?blob)($|[^a-z0-9])"),
    JSON("^(jsonb?|hstore|xml)($|[^a-z0-9])"),
    UUID("^uuid$"),
    /** Everything else: a type that nobody knows may hold what people write. */
    TEXT("");

    private final String pattern;
    private final Pattern compiled;

    TypeFamily(String pattern) {
        this.pattern = pattern;
        this.compiled = Pattern.compile(pattern);
    }

    /** Found in the lower-case type, unless an earlier family's was; empty is found in all. */
    public String pattern() {
        return pattern;
    }

    /**
     * @param type as a database, Glue or Athena writes it, for example {@code int unsigned}
     */
    public static TypeFamily of(String type) {
        String lower = type.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(family -> family.compiled.matcher(lower).find())
                .findFirst()
                .orElse(TEXT);
    }
}
