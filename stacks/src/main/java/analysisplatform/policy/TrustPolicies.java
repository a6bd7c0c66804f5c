package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** The configured principals, each by its account and its ARN. */
    public static PolicyDocument analysts(List<String> principals) {
        Map<String, List<String>> byAccount =
                principals.stream()
                        .collect(
                                Collectors.groupingBy(
                                        arn -> arn.split(":")[4],
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Statement> statements = new ArrayList<>();
        byAccount.forEach(
                (account, arns) ->
                        statements.add(
                                Statement.allow("LetAnalystsInFrom" + account, ASSUME)
                                        .by(Principals.account(account))
                                        .when(Condition.principalIsOneOf(arns))));
        return new PolicyDocument(statements);
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
