package analysisplatform.kpi;

import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Group;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two values of a KPI mean the same. */
public final class KpiDefinition {

    private static final int DIGITS = 8;

    private KpiDefinition() {}

    /** Eight hexadecimal digits that change with the SQL or with what is suppressed. */
    public static String version(Kpi kpi) {
        String group =
                kpi.query().group() instanceof Group.AtLeast atLeast
                        ? "at least " + atLeast.minimum()
                        : "safe";
        String text = group + "\n" + kpi.query().sql();
        return HexFormat.of().formatHex(sha256(text)).substring(0, DIGITS);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java platform has SHA-256", exception);
        }
    }
}
