package analysisplatform.tools;

import java.nio.charset.StandardCharsets;

/** Text that never grows beyond a limit; what does not fit is counted instead. */
final class BoundedText {

    /** For the sentence about what was left out. */
    private static final int RESERVE = 200;

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private int left;
    private int leftOut;

    /**
     * @param limit in bytes of UTF-8, which is never less than in characters
     */
    BoundedText(int limit) {
        this.limit = limit;
        this.left = limit - RESERVE;
    }

    /** Adds lines together or not at all. */
    void add(String lines) {
        int size = lines.getBytes(StandardCharsets.UTF_8).length + 1;
        if (leftOut > 0 || size > left) {
            leftOut++;
            return;
        }
        text.append(lines).append('\n');
        left -= size;
    }

    /** Adds as many of the lines as fit. */
    void addEach(String lines) {
        lines.lines().forEach(this::add);
    }

    String text() {
        if (leftOut == 0) {
            return text.toString();
        }
        return text
                + "%n**%d more lines do not fit into a comment of %d bytes; the summary of the run has everything.**%n"
                        .formatted(leftOut, limit);
    }
}
