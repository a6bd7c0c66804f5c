package analysisplatform.local;

import java.time.Duration;

/** Time between two looks at something that another process does. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunFailed("Interrupted.", e);
        }
    }
}
