package analysisplatform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;

/** Turns a cell of Trino's JSON into the Java value of its type. */
final class ResultValue {

    private ResultValue() {}

    static Object of(String type, JsonNode cell) {
        if (cell.isNull()) {
            return null;
        }
        return switch (type.replaceFirst("\\(.*", "")) {
            case "boolean" -> cell.booleanValue();
            case "tinyint", "smallint", "integer" -> cell.intValue();
            case "bigint" -> cell.longValue();
            // NaN and the infinities come as text
            case "real" -> Float.valueOf(cell.asText());
            case "double" -> Double.valueOf(cell.asText());
            case "decimal" -> new BigDecimal(cell.asText());
            case "varbinary" -> Base64.getDecoder().decode(cell.asText());
            case "date" -> LocalDate.parse(cell.asText());
            case "timestamp" ->
                    type.endsWith("time zone")
                            ? cell.asText()
                            : LocalDateTime.parse(cell.asText().replace(' ', 'T'));
            default -> cell.isValueNode() ? cell.asText() : cell.toString();
        };
    }
}
