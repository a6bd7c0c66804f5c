package analysisplatform.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Eight digits that change with every change of a mask, and with nothing else. */
public final class PolicyFingerprint {

    private static final int DIGITS = 8;

    private PolicyFingerprint() {}

    public static String of(Source source, MaskingPolicy policy) {
        String content = source.sourceTables() + "\n" + policy;
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
