package analysisplatform.masking;

import analysisplatform.config.RawType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How {@code information_schema} writes the types of raw columns. */
final class RawTypes {

    private static final Map<RawType, String> PATTERNS = patterns();

    private RawTypes() {}

    /**
     * The name of the {@link RawType}; what is unknown counts as structured, which only the actions
     * that never read a value can take.
     *
     * @param type expression of a type's name in lower case
     */
    static String of(String type) {
        List<String> cases = new ArrayList<>();
        PATTERNS.forEach(
                (raw, pattern) ->
                        cases.add(
                                "WHEN regexp_like(%s, %s) THEN %s"
                                        .formatted(type, Sql.text(pattern), Sql.text(raw.name()))));
        return "CASE %s ELSE %s END"
                .formatted(String.join(" ", cases), Sql.text(RawType.STRUCTURED.name()));
    }

    private static Map<RawType, String> patterns() {
        Map<RawType, String> patterns = new LinkedHashMap<>();
        patterns.put(RawType.TEXT, "^(varchar|char|string)");
        patterns.put(RawType.BYTES, "^(varbinary|binary)");
        patterns.put(RawType.INTEGER, "^(tinyint|smallint|int|integer|bigint)$");
        patterns.put(RawType.DECIMAL, "^decimal");
        patterns.put(RawType.FLOATING, "^(real|float|double)");
        patterns.put(RawType.BOOLEAN, "^boolean$");
        patterns.put(RawType.DATE, "^date$");
        patterns.put(RawType.TIMESTAMP, "^timestamp");
        return patterns;
    }
}
