package analysisplatform.engine;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jol.vm.VM;

/** Keeps Trino's chatter off the terminal: only what is severe reaches standard error. */
final class EngineLog {

    /** Held here because the log manager itself holds loggers only weakly. */
    private static final Logger ROOT = Logger.getLogger("");

    /** Calls it severe when a query with LIMIT needs no more of a result. */
    private static final Logger RESULTS =
            Logger.getLogger("io.trino.operator.HttpPageBufferClient");

    private EngineLog() {}

    static void silence() {
        ROOT.setLevel(Level.SEVERE);
        RESULTS.setLevel(Level.OFF);
        silenceObjectMeasuring();
    }

    /**
     * The library with which Trino measures objects warns on standard output, once, when first
     * used.
     */
    private static void silenceObjectMeasuring() {
        PrintStream out = System.out;
        System.setProperty("jol.skipDynamicAttach", "true");
        System.setProperty("jol.skipHotspotSAAttach", "true");
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            VM.current();
        } finally {
            System.setOut(out);
        }
    }
}
