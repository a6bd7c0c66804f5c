package analysisplatform.masking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What each action should publish, computed in Java from its description and not from its SQL. NULL
 * stands for NULL.
 */
final class ReferenceMasks {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Pattern MOMENT =
            Pattern.compile(
                    "(\\d{4})-(\\d\\d?)-(\\d\\d?)(?:[Tt ](\\d\\d?):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d+))?)?( ?(?:Z|[+-]\\d\\d(?::?\\d\\d)?))?)?");

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private final byte[] key;
    private final ZoneId zone;
    private final LocalDate today;

    /**
     * @param today the day of the snapshot in the time zone
     */
    ReferenceMasks(byte[] key, ZoneId zone, LocalDate today) {
        this.key = key.clone();
        this.zone = zone;
        this.today = today;
    }

    static String trimmed(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
    }

    String prefix(String value, int length) {
        if (value == null) {
            return null;
        }
        int[] points = trimmed(value).codePoints().toArray();
        int start = 0;
        while (start < points.length && "〒\t ".indexOf(points[start]) >= 0) {
            start++;
        }
        return points.length - start > length ? new String(points, start, length) : null;
    }

    LocalDateTime timestamp(String value) {
        Matcher parts = MOMENT.matcher(value == null ? "" : trimmed(value));
        if (!parts.matches()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            if (parts.group(4) == null) {
                return day.atStartOfDay();
            }
            String fraction = (parts.group(7) == null ? "" : parts.group(7)) + "000";
            LocalTime time =
                    LocalTime.of(
                            number(parts, 4),
                            number(parts, 5),
                            parts.group(6) == null ? 0 : number(parts, 6),
                            Integer.parseInt(fraction.substring(0, 3)) * 1_000_000);
            return inZone(day.atTime(time), parts.group(8));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private LocalDateTime inZone(LocalDateTime local, String offset) {
        if (offset == null) {
            return local;
        }
        ZoneOffset known = ZoneOffset.of(offset.strip());
        if (Math.abs(known.getTotalSeconds()) > 14 * 3600) {
            return null;
        }
        return local.atOffset(known).atZoneSameInstant(zone).toLocalDateTime();
    }

    LocalDate date(String value) {
        LocalDateTime moment = timestamp(value);
        return moment == null ? null : moment.toLocalDate();
    }

    LocalDate year(String value) {
        LocalDate day = date(value);
        return day == null ? null : day.withDayOfYear(1);
    }

    LocalDate month(String value) {
        LocalDate day = date(value);
        return day == null ? null : day.withDayOfMonth(1);
    }

    String ageBand(String value, int years) {
        LocalDate born = date(value);
        if (born == null || born.isAfter(today)) {
            return null;
        }
        // who is born on 29 February grows older on 1 March
        int age = Period.between(born, today).getYears();
        if (age >= 90) {
            return "90+";
        }
        int from = age / years * years;
        return from + "-" + Math.min(from + years - 1, 89);
    }

    /** The days by which a person's moments move. */
    Integer shiftDays(String person, String namespace, int days) {
        String normalised = person == null ? "" : trimmed(person).toLowerCase(Locale.ROOT);
        if (normalised.isEmpty()) {
            return null;
        }
        long lot =
                ByteBuffer.wrap(hmac("shift:" + namespace + ":" + normalised)).getLong()
                        & Long.MAX_VALUE;
        int moved = (int) (lot % (2L * days)) - days;
        return moved < 0 ? moved : moved + 1;
    }

    String bucket(String value, List<BigDecimal> edges) {
        String text = value == null ? "" : trimmed(value);
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        int passed = (int) edges.stream().filter(edge -> number >= edge.doubleValue()).count();
        if (passed == 0) {
            return "<" + edges.get(0).toPlainString();
        }
        return passed == edges.size()
                ? ">=" + edges.get(passed - 1).toPlainString()
                : edges.get(passed - 1).toPlainString() + "..<" + edges.get(passed).toPlainString();
    }

    String ipNetwork(String value) {
        return value == null ? null : ReferenceAddress.network(trimmed(value));
    }

    Long length(String value) {
        return value == null ? null : value.codePoints().count();
    }

    String json(String value, String... way) {
        JsonNode node = parsed(value);
        for (String step : way) {
            node = step.matches("\\d+") ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }

    String wholeJson(String value) {
        return parsed(value).isMissingNode() ? null : value;
    }

    String uuid(String value) {
        String text = value == null ? "" : trimmed(value).toLowerCase(Locale.ROOT);
        try {
            return UUID.fromString(text).toString().equals(text) ? text : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static JsonNode parsed(String value) {
        try {
            return value == null ? JSON.missingNode() : JSON.readTree(value);
        } catch (JsonProcessingException none) {
            return JSON.missingNode();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
