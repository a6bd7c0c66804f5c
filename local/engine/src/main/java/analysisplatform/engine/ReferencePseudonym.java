package analysisplatform.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pseudonym computed without Athena, to tell whose masked row it is. Java folds a few letters
 * unlike Trino (a capital dotted I, a final sigma); those values find no partner here.
 */
public final class ReferencePseudonym {

    private static final int HEX_DIGITS = 16;

    private final byte[] key;
    private final int version;

    /** With the first key. */
    public ReferencePseudonym(byte[] key) {
        this(key, 1);
    }

    public ReferencePseudonym(byte[] key, int version) {
        this.key = key.clone();
        this.version = version;
    }

    /** Empty for NULL and for blank. */
    public Optional<String> of(String namespace, String value) {
        String normalised = normalised(value);
        if (normalised.isEmpty()) {
            return Optional.empty();
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] digest =
                    mac.doFinal((namespace + ":" + normalised).getBytes(StandardCharsets.UTF_8));
            String digits = HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
            return Optional.of("v" + version + "_" + digits);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    private static String normalised(String value) {
        if (value == null) {
            return "";
        }
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
