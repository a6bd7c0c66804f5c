package analysisplatform.export;

import java.util.regex.Pattern;

/** The role of the source account with which RDS is called. */
record CallerRole(String arn, String externalId) {

    static final Pattern ROLE_ARN = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/.+");

    static CallerRole of(Fields fields) {
        return new CallerRole(fields.text("callerRoleArn", ROLE_ARN), fields.text("externalId"));
    }
}
