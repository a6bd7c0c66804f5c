package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Roles;
import analysisplatform.policy.KeyConsumer.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Policies of the keys, each made from one list of its users.
 *
 * <p>Administrators of the account manage the keys and cannot use them: the statement for the
 * account's root holds neither Decrypt nor CreateGrant. It holds PutKeyPolicy, so nobody can be
 * locked out; an administrator who changes the policy to read the quarantine leaves a trace in
 * CloudTrail and in the next plan.
 */
public final class KeyPolicies {

    private KeyPolicies() {}

    /** Raw exports and the pseudonym key. */
    public static PolicyDocument quarantine(Environment environment) {
        return policy(environment, quarantineConsumers(environment));
    }

    /** Masked data, query results and the reports of the nights. */
    public static PolicyDocument masked(Environment environment) {
        return policy(environment, maskedConsumers(environment));
    }

    /**
     * Messages on their way. EventBridge sends no source when it publishes to an encrypted topic,
     * so nothing but its name can be checked; it holds no data of ours.
     */
    public static PolicyDocument alerts(Environment environment) {
        return policy(environment, alertsConsumers(environment))
                .and(
                        PolicyDocument.of(
                                letPublish("LetEventBridgeEncrypt", "events.amazonaws.com"),
                                letPublishFrom(
                                        environment,
                                        "LetCloudWatchEncrypt",
                                        "cloudwatch.amazonaws.com"),
                                letPublishFrom(
                                        environment,
                                        "LetBudgetsEncrypt",
                                        "budgets.amazonaws.com")));
    }

    private static Statement letPublishFrom(Environment environment, String sid, String service) {
        return letPublish(sid, service)
                .when(Condition.equal("aws:SourceAccount", environment.platform().account()));
    }

    private static Statement letPublish(String sid, String service) {
        return Statement.allow(sid, KeyActions.PUBLISH)
                .by(Principals.service(service))
                .onEvery(WildcardReason.KEY_POLICY, "*");
    }

    private static List<KeyConsumer> alertsConsumers(Environment environment) {
        Roles roles = Roles.of(environment);
        return environment.sources().stream()
                .map(source -> new KeyConsumer(roles.nightly(source).arn(), Use.READ_AND_WRITE))
                .toList();
    }

    private static List<KeyConsumer> quarantineConsumers(Environment environment) {
        Roles roles = Roles.of(environment);
        List<KeyConsumer> consumers = new ArrayList<>();
        consumers.add(new KeyConsumer(roles.exportFunction().arn(), Use.READ));
        for (Source source : environment.sources()) {
            consumers.add(new KeyConsumer(roles.crawler(source).arn(), Use.READ));
            consumers.add(new KeyConsumer(roles.nightly(source).arn(), Use.READ_AND_WRITE));
            consumers.add(new KeyConsumer(roles.export(source).arn(), Use.EXPORT));
            consumers.add(new KeyConsumer(roles.caller(source).arn(), Use.LOOK));
            consumers.add(new KeyConsumer(roles.caller(source).arn(), Use.GRANT_TO_AWS));
        }
        for (String principal : environment.platform().breakGlassPrincipals()) {
            consumers.add(new KeyConsumer(principal, Use.READ));
        }
        return consumers;
    }

    private static List<KeyConsumer> maskedConsumers(Environment environment) {
        Roles roles = Roles.of(environment);
        Platform platform = environment.platform();
        List<KeyConsumer> consumers = new ArrayList<>();
        if (!platform.analysts().principals().isEmpty()) {
            consumers.add(new KeyConsumer(roles.analyst().arn(), Use.READ_AND_WRITE));
        }
        for (Source source : environment.sources()) {
            consumers.add(new KeyConsumer(roles.nightly(source).arn(), Use.READ_AND_WRITE));
        }
        consumers.add(new KeyConsumer(roles.exportFunction().arn(), Use.READ_AND_WRITE));
        if (!platform.evidence().readers().isEmpty()) {
            consumers.add(new KeyConsumer(roles.evidenceReader().arn(), Use.READ));
        }
        if (platform.quickSight().enabled()) {
            String role = platform.quickSight().serviceRole();
            String arn = Arns.of(environment).quickSightService(role).arn();
            consumers.add(new KeyConsumer(arn, Use.READ_AND_WRITE));
        }
        return consumers;
    }

    private static PolicyDocument policy(Environment environment, List<KeyConsumer> consumers) {
        List<Statement> statements = new ArrayList<>();
        String account = environment.platform().account();
        statements.add(
                Statement.allow("Administer", KeyActions.ADMINISTER)
                        .by(Principals.account(account))
                        .onEvery(WildcardReason.KEY_POLICY, "*"));
        grouped(consumers).forEach((group, principals) -> statements.add(use(group, principals)));
        return new PolicyDocument(statements);
    }

    private record Group(Use use, String account) {}

    private static Map<Group, List<String>> grouped(List<KeyConsumer> consumers) {
        return consumers.stream()
                .collect(
                        Collectors.groupingBy(
                                consumer -> new Group(consumer.use(), consumer.account()),
                                LinkedHashMap::new,
                                Collectors.mapping(KeyConsumer::principal, Collectors.toList())));
    }

    private static Statement use(Group group, List<String> principals) {
        Statement statement =
                Statement.allow(group.use().sid() + "From" + group.account(), group.use().actions())
                        .by(Principals.account(group.account()))
                        .onEvery(WildcardReason.KEY_POLICY, "*")
                        .when(Condition.principalIsOneOf(principals));
        return group.use() == Use.GRANT_TO_AWS
                ? statement.when(Condition.bool("kms:GrantIsForAWSResource", true))
                : statement;
    }
}
