package analysisplatform.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON document (RFC 8259) strictly; of fields with the same name the last one counts.
 */
final class JsonReader {

    /** Thrown and caught inside this package only. */
    static final class NotJson extends RuntimeException {
        NotJson() {
            super(null, null, false, false);
        }
    }

    /** Far deeper than any answer of AWS, and far from exhausting the stack. */
    private static final int MAX_DEPTH = 100;

    /** Every whole number of fewer characters, its sign included, fits. */
    private static final int INT_DIGITS = 10;

    private static final int LONG_DIGITS = 19;

    private static final char END = '\0';

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    Object document() {
        Object value = value(0);
        if (next() != END || at < text.length()) {
            throw new NotJson();
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw new NotJson();
        }
        return switch (next()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        if (skip('}')) {
            return object;
        }
        do {
            if (next() != '"') {
                throw new NotJson();
            }
            String name = string();
            require(':');
            object.put(name, value(depth + 1));
        } while (skip(','));
        require('}');
        return object;
    }

    private List<Object> array(int depth) {
        List<Object> array = new ArrayList<>();
        at++;
        if (skip(']')) {
            return array;
        }
        do {
            array.add(value(depth + 1));
        } while (skip(','));
        require(']');
        return array;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        for (char c = take(); c != '"'; c = take()) {
            if (c < ' ') {
                throw new NotJson();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = take();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NotJson();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(take(), 16);
            if (digit < 0) {
                throw new NotJson();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Number number() {
        int start = at;
        boolean whole = true;
        skip('-');
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (peek() == '.') {
            whole = false;
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            whole = false;
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return number(text.substring(start, at), whole);
    }

    /** Longer numbers may lose their last digits, as in most JSON readers. */
    private static Number number(String digits, boolean whole) {
        if (whole && digits.length() < INT_DIGITS) {
            return Integer.valueOf(digits);
        }
        if (whole && digits.length() < LONG_DIGITS) {
            return Long.valueOf(digits);
        }
        return Double.valueOf(digits);
    }

    private void digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw new NotJson();
        }
    }

    private <T> T literal(String word, T value) {
        if (!text.startsWith(word, at)) {
            throw new NotJson();
        }
        at += word.length();
        return value;
    }

    private void require(char expected) {
        if (!skip(expected)) {
            throw new NotJson();
        }
    }

    private boolean skip(char expected) {
        if (next() != expected) {
            return false;
        }
        at++;
        return true;
    }

    /** The next character that is no white space, not yet taken. */
    private char next() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
        return peek();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private char take() {
        if (at == text.length()) {
            throw new NotJson();
        }
        return text.charAt(at++);
    }
}
