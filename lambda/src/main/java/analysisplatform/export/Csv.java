package analysisplatform.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result file of an Athena query. Athena puts every value into quotes, doubles quotes inside,
 * and leaves NULL without quotes; a value may hold line breaks.
 */
final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /**
     * The rows below the header, each value by its column's name; NULL is null.
     *
     * @throws EvidenceUnreadable when the text is no such file; the message quotes none of it
     */
    static List<Map<String, String>> rows(String text) {
        Csv csv = new Csv(text);
        List<String> header = csv.record();
        List<Map<String, String>> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            List<String> values = csv.record();
            if (values.size() != header.size()) {
                throw malformed(rows.size() + 2);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(header.get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> record() {
        List<String> values = new ArrayList<>();
        values.add(value());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            values.add(value());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at++) != '\n') {
            throw malformed(values.size());
        }
        return values;
    }

    private String value() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                value.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                return value.toString();
            }
        }
        throw new EvidenceUnreadable("A result file of Athena ends inside a value.");
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at == start ? null : text.substring(start, at);
    }

    private static EvidenceUnreadable malformed(int record) {
        return new EvidenceUnreadable(
                "A result file of Athena is malformed near record " + record + ".");
    }
}
