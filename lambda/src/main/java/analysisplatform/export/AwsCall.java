package analysisplatform.export;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Every call of AWS passes here, so none fails without saying what was being done. */
final class AwsCall {

    private AwsCall() {}

    /**
     * @param action completes the sentence "Could not ...", with the identifiers in it
     */
    static <T> T attempt(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw AwsErrors.translate(action, e);
        }
    }
}
