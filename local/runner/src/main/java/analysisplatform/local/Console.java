package analysisplatform.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal sees: each step with the seconds since the start. */
final class Console {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    /** A part of the whole begins. */
    void part(String title) {
        out.printf(Locale.ROOT, "%n%6.1f s  %s%n", seconds(), title);
    }

    void step(String text) {
        out.printf(Locale.ROOT, "%6.1f s    %s%n", seconds(), text);
    }

    void state(String name, Duration sinceExecutionBegan) {
        out.printf(
                Locale.ROOT,
                "%6.1f s    %5.1f s  %s%n",
                seconds(),
                sinceExecutionBegan.toMillis() / 1000.0,
                name);
    }

    void text(String text) {
        out.println(text);
    }

    void failure(String text) {
        out.println();
        out.println("FAILED: " + text);
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
