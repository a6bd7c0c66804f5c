package analysisplatform.engine;

import java.net.URI;

/** The engine does not answer, or not as Trino does; says nothing about the statement. */
public final class EngineUnreachable extends RuntimeException {

    EngineUnreachable(URI uri, String what, Throwable cause) {
        super("The engine at " + uri + " " + what + "; is it running?", cause);
    }
}
