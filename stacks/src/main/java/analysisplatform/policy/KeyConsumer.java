package analysisplatform.policy;

import java.util.List;

/**
 * One role or user that uses a key.
 *
 * @param principal its ARN; may be a pattern
 * @param use what it does
 */
record KeyConsumer(String principal, Use use) {

    /** Each becomes one statement per account. */
    enum Use {
        READ("Read", KeyActions.READ),
        READ_AND_WRITE("ReadAndWrite", KeyActions.READ_AND_WRITE),
        EXPORT("Export", KeyActions.EXPORT),
        LOOK("Describe", List.of("kms:DescribeKey")),
        GRANT_TO_AWS("GrantToAws", List.of("kms:CreateGrant"));

        private final String sid;
        private final List<String> actions;

        Use(String sid, List<String> actions) {
            this.sid = sid;
            this.actions = actions;
        }

        String sid() {
            return sid;
        }

        List<String> actions() {
            return actions;
        }
    }

    /** The fifth part of an ARN. */
    String account() {
        return principal.split(":")[4];
    }
}
