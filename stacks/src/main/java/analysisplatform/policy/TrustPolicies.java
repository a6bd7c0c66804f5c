package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may be a role of the analysis account. Where the service supports it, only on behalf of this
 * account's own resource, so that nobody else's resource can borrow the role.
 */
public final class TrustPolicies {

    private static final String ASSUME = "sts:AssumeRole";

    private TrustPolicies() {}

    /** Lambda; the service sends no source that could be checked. */
    public static PolicyDocument function() {
        return PolicyDocument.of(
                Statement.allow("LetLambdaIn", ASSUME)
                        .by(Principals.service("lambda.amazonaws.com")));
    }

    /** Glue; the service sends no source that could be checked. */
    public static PolicyDocument crawler() {
        return PolicyDocument.of(
                Statement.allow("LetGlueIn", ASSUME).by(Principals.service("glue.amazonaws.com")));
    }

    /** Amazon Q Developer in chat applications; the role has no rights to lend. */
    public static PolicyDocument chat() {
        return PolicyDocument.of(
                Statement.allow("LetChatIn", ASSUME)
                        .by(Principals.service("chatbot.amazonaws.com")));
    }

    public static PolicyDocument stateMachine(Environment environment, Source source) {
        return service(
                "LetStepFunctionsIn",
                "states.amazonaws.com",
                environment,
                Arns.of(environment).stateMachine(source));
    }

    public static PolicyDocument scheduler(Environment environment) {
        return service(
                "LetSchedulerIn",
                "scheduler.amazonaws.com",
                environment,
                Arns.of(environment).scheduleGroup());
    }

    /**
     * The configured principals, each by its account and its ARN; an account's root stands for
     * everyone whom that account itself lets assume the role.
     */
    public static PolicyDocument people(List<String> principals) {
        List<Statement> statements = new ArrayList<>();
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (String arn : principals) {
            String account = arn.split(":")[4];
            if (arn.equals(Arns.accountRoot(account))) {
                statements.add(letIn("LetAccountIn" + account, account));
            } else {
                named.computeIfAbsent(account, key -> new ArrayList<>()).add(arn);
            }
        }
        named.forEach(
                (account, arns) ->
                        statements.add(
                                letIn("LetPeopleInFrom" + account, account)
                                        .when(Condition.principalIsOneOf(arns))));
        return new PolicyDocument(statements);
    }

    private static Statement letIn(String sid, String account) {
        return Statement.allow(sid, ASSUME).by(Principals.account(account));
    }

    private static PolicyDocument service(
            String sid, String service, Environment environment, String resource) {
        return PolicyDocument.of(
                Statement.allow(sid, ASSUME)
                        .by(Principals.service(service))
                        .when(
                                Condition.equal(
                                        "aws:SourceAccount", environment.platform().account()))
                        .when(Condition.arnLike("aws:SourceArn", resource)));
    }
}
