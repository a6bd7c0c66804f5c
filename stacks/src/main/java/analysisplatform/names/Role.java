package analysisplatform.names;

/**
 * An IAM role by name; its ARN is known before it exists.
 *
 * @param account that owns the role
 */
public record Role(String account, String name) {

    public String arn() {
        return "arn:aws:iam::" + account + ":role/" + name;
    }
}
