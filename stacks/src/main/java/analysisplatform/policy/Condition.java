package analysisplatform.policy;

import analysisplatform.names.ProvenTag;
import java.util.List;

/**
 * One condition of a statement; several values mean "any of them".
 *
 * @param operator as IAM spells it, for example {@code ArnLike}
 * @param key for example {@code aws:PrincipalArn}
 */
public record Condition(String operator, String key, List<String> values) {

    private static final String PRINCIPAL = "aws:PrincipalArn";
    private static final String EXISTING_TAG = "s3:ExistingObjectTag/" + ProvenTag.KEY;

    public Condition {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "Condition " + operator + " on " + key + " needs at least one value.");
        }
    }

    public static Condition equal(String key, String value) {
        return new Condition("StringEquals", key, List.of(value));
    }

    /** Holds for a request without the key too. */
    public static Condition notEqual(String key, String value) {
        return new Condition("StringNotEquals", key, List.of(value));
    }

    public static Condition like(String key, List<String> patterns) {
        return new Condition("StringLike", key, patterns);
    }

    public static Condition arnLike(String key, String pattern) {
        return new Condition("ArnLike", key, List.of(pattern));
    }

    public static Condition bool(String key, boolean value) {
        return new Condition("Bool", key, List.of(Boolean.toString(value)));
    }

    /** The request does not carry the key. */
    public static Condition absent(String key) {
        return new Condition("Null", key, List.of("true"));
    }

    /** The file that is asked for belongs to a run that is proven. */
    public static Condition isProven() {
        return equal(EXISTING_TAG, ProvenTag.VALUE);
    }

    /** The file belongs to a run that is not proven, or to none. */
    public static Condition isNotProven() {
        return notEqual(EXISTING_TAG, ProvenTag.VALUE);
    }

    /** The tag that is to be given is that of proven runs. */
    public static Condition proves() {
        return equal("s3:RequestObjectTag/" + ProvenTag.KEY, ProvenTag.VALUE);
    }

    /** The caller is one of these roles or users. A pattern may hold {@code *}. */
    public static Condition principalIsOneOf(List<String> arns) {
        return new Condition("ArnLike", PRINCIPAL, arns);
    }

    /** The caller is none of these roles or users. */
    public static Condition principalIsNoneOf(List<String> arns) {
        return new Condition("ArnNotLike", PRINCIPAL, arns);
    }

    /** Keeps a Deny away from AWS services that act for themselves. */
    public static Condition callerIsNoService() {
        return new Condition("BoolIfExists", "aws:PrincipalIsAWSService", List.of("false"));
    }
}
