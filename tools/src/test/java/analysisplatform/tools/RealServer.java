package analysisplatform.tools;

import java.util.concurrent.Callable;
import org.opentest4j.TestAbortedException;

/** Starts a database for a test, or says in one line that the test is left out. */
final class RealServer {

    private RealServer() {}

    static <T> T start(String name, Callable<T> server) {
        try {
            return server.call();
        } catch (Exception | LinkageError cannot) {
            String line =
                    "Left out: %s cannot be started on this machine (%s)."
                            .formatted(
                                    name,
                                    String.valueOf(cannot.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""));
            System.err.println(line);
            throw new TestAbortedException(line, cannot);
        }
    }
}
