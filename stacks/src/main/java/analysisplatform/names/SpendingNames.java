package analysisplatform.names;

import analysisplatform.config.Environment;

/** Names and ARNs of what guards the month's limit; budgets and policies belong to no region. */
public record SpendingNames(Names names) {

    public static SpendingNames of(Environment environment) {
        return new SpendingNames(Names.of(environment));
    }

    public String budget() {
        return names.named("budget");
    }

    /** Policy that takes the analysts' queries away. */
    public String stopPolicy() {
        return names.named("stop-queries");
    }

    public String budgetArn() {
        return "arn:aws:budgets::%s:budget/%s".formatted(names.account(), budget());
    }

    public String stopPolicyArn() {
        return "arn:aws:iam::%s:policy/%s".formatted(names.account(), stopPolicy());
    }
}
