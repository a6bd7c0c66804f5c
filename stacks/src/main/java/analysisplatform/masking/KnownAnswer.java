package analysisplatform.masking;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One pseudonym computed twice: by Java when the statement is generated, and by Athena at night
 * with the expression that masks. So an engine that normalises or hashes in another way is noticed.
 */
final class KnownAnswer {

    /** No secret: the key of this check alone. */
    private static final String KEY =
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private static final String VERSION = "v1_";
    private static final String NAMESPACE = "email";

    /** Full-width letters, upper case and an ideographic space, for Athena to normalise. */
    private static final String VALUE = "\uFF34aro\uFF20Example.com\u3000";

    private static final String NORMALISED = "taro@example.com";
    private static final int HEX_DIGITS = 16;

    private KnownAnswer() {}

    static String check() {
        Mask answer = Pseudonyms.pseudonym(NAMESPACE, "secret.value");
        return """
               SELECT 'known_answer', '', '', '', BIGINT '1', IF(answer = %1$s, BIGINT '1', BIGINT '0'), IF(answer = %1$s, 0, 1)
               FROM (SELECT %2$s AS answer FROM (VALUES (X'%3$s', %5$s, %4$s)) AS secret ("key", version, value))"""
                .formatted(
                        Sql.text(expected()),
                        answer.value().apply(answer.steps()),
                        KEY,
                        Sql.text(VALUE),
                        Sql.text(VERSION));
    }

    private static String expected() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(KEY), "HmacSHA256"));
            byte[] digest =
                    mac.doFinal((NAMESPACE + ":" + NORMALISED).getBytes(StandardCharsets.UTF_8));
            return VERSION + HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
