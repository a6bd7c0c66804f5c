package analysisplatform.policy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a statement is about.
 *
 * @param arns empty in a trust policy
 * @param reason why all resources of a type are meant, or null
 */
record Resources(List<String> arns, WildcardReason reason) {

    static final Resources NONE = new Resources(List.of(), null);

    /** {@code arn:aws:kms:eu-west-1:111111111111:key/*}, but not a bucket's objects. */
    private static final Pattern ALL_OF_A_TYPE =
            Pattern.compile("\\*|arn:aws:(?!s3:)[^:]*:[^:]*:[^:]*:(\\*|[A-Za-z-]+[/:]\\*)");

    Resources {
        arns = List.copyOf(arns);
        if (reason == null) {
            arns.stream().filter(Resources::isWildcard).findFirst().ifPresent(Resources::refuse);
        }
    }

    static boolean isWildcard(String arn) {
        return ALL_OF_A_TYPE.matcher(arn).matches();
    }

    private static void refuse(String arn) {
        throw new IllegalArgumentException(
                "Resource '" + arn + "' covers too much: name it, or give a WildcardReason.");
    }
}
