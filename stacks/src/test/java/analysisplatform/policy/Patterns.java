package analysisplatform.policy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Wildcards, ARNs, networks and variables of policies. */
public final class Patterns {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private static final int ARN_PARTS = 6;

    /** What no request carries, in place of a variable without a value. */
    private static final String NOTHING = "\0";

    private Patterns() {}

    static boolean like(String pattern, String value) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
    }

    /**
     * Each of the six parts for itself, so that a {@code *} never crosses a colon before the last.
     */
    public static boolean arnLike(String pattern, String value) {
        String[] patterns = pattern.split(":", ARN_PARTS);
        String[] values = value.split(":", ARN_PARTS);
        if (patterns.length != values.length) {
            return false;
        }
        for (int part = 0; part < patterns.length; part++) {
            if (!like(patterns[part], values[part])) {
                return false;
            }
        }
        return true;
    }

    /** A resource of a statement: all, or an ARN of six parts. */
    static boolean covers(String pattern, String resource) {
        if (pattern.equals("*")) {
            return true;
        }
        if (pattern.split(":", ARN_PARTS).length != ARN_PARTS) {
            throw new IllegalArgumentException("Resource " + pattern + " is no ARN.");
        }
        return arnLike(pattern, resource);
    }

    /** An address, or a network as {@code 203.0.113.0/24}. */
    static boolean contains(String network, String address) {
        String[] parts = network.split("/");
        byte[] of = bytes(parts[0]);
        byte[] is = bytes(address);
        int bits = of.length * Byte.SIZE;
        int prefix = parts.length > 1 ? Integer.parseInt(parts[1]) : bits;
        return of.length == is.length
                && new BigInteger(1, of)
                        .shiftRight(bits - prefix)
                        .equals(new BigInteger(1, is).shiftRight(bits - prefix));
    }

    /** A text with the variables that a request fills, such as {@code ${aws:PrincipalAccount}}. */
    static String resolve(String text, Request request) {
        return VARIABLE.matcher(text)
                .replaceAll(it -> Matcher.quoteReplacement(value(it.group(1), request)));
    }

    private static String value(String variable, Request request) {
        if (List.of("*", "?", "$").contains(variable)) {
            throw new IllegalArgumentException("Teach the test the literal ${" + variable + "}");
        }
        if (!variable.contains(":")) {
            throw new IllegalArgumentException(
                    "Terraform's ${" + variable + "} stands where a policy needs its value.");
        }
        List<String> values = request.values(variable);
        return values.size() == 1 ? values.get(0) : NOTHING;
    }

    private static byte[] bytes(String address) {
        if (!address.matches("[0-9a-fA-F.:]+")) {
            throw new IllegalArgumentException(address + " is no IP address.");
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException exception) {
            throw new IllegalArgumentException(address + " is no IP address.", exception);
        }
    }
}
