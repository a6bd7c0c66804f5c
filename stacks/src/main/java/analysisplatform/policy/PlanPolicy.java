package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.GitHubStack;
import analysisplatform.names.Names;
import analysisplatform.names.Role;
import analysisplatform.names.Roles;
import analysisplatform.names.SpendingNames;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plan looks at: settings of what the stack declares, and the objects that Terraform itself
 * wrote. No data: those objects are encrypted with S3's own key, so no key is used.
 */
public final class PlanPolicy {

    private static final String TAGS = "ListTagsForResource";

    private final Environment environment;
    private final GitHubStack stack;
    private final KeyArns keys;
    private final Names names;
    private final Arns arns;
    private final DeclaredArns declared;

    private PlanPolicy(Environment environment, KeyArns keys) {
        this.environment = environment;
        this.stack = GitHubStack.analysis(environment);
        this.keys = keys;
        this.names = Names.of(environment);
        this.arns = Arns.of(environment);
        this.declared = DeclaredArns.of(environment);
    }

    /** Of the analysis stack. */
    public static PolicyDocument analysis(Environment environment, KeyArns keys) {
        PlanPolicy policy = new PlanPolicy(environment, keys);
        PolicyDocument looks =
                StateAccess.read(policy.stack)
                        .and(policy.identities())
                        .and(policy.stores())
                        .and(policy.catalogAndQueries())
                        .and(policy.nights())
                        .and(policy.alarms());
        return environment.platform().quickSight().enabled()
                ? looks.and(QuickSightDeployment.look(environment))
                : looks;
    }

    /** Of a source stack, which has nothing but roles. */
    public static PolicyDocument source(Environment environment, Source source) {
        GitHubStack stack = GitHubStack.source(environment, source);
        Roles roles = Roles.of(environment);
        return StateAccess.read(stack)
                .and(
                        lookAtIdentities(
                                stack,
                                List.of(roles.caller(source), roles.export(source)),
                                List.of()));
    }

    private PolicyDocument identities() {
        return lookAtIdentities(
                stack,
                DeployedRoles.of(environment).all(),
                List.of(SpendingNames.of(environment).stopPolicyArn()));
    }

    private static PolicyDocument lookAtIdentities(
            GitHubStack stack, List<Role> declared, List<String> policies) {
        List<String> roles = new ArrayList<>(declared.stream().map(Role::arn).toList());
        roles.add(stack.plan().arn());
        roles.add(stack.deploy().arn());
        List<String> managed = new ArrayList<>(policies);
        managed.add(stack.boundaryArn());
        managed.add(stack.deployPolicyArn("*"));
        PolicyDocument looks =
                PolicyDocument.of(
                        Statement.allow(
                                        "LookAtRoles",
                                        "iam:GetRole",
                                        "iam:GetRolePolicy",
                                        "iam:ListAttachedRolePolicies",
                                        "iam:ListRolePolicies")
                                .on(roles),
                        Statement.allow("LookAtPolicies", "iam:GetPolicy", "iam:GetPolicyVersion")
                                .on(managed));
        return stack.makesProvider()
                ? looks.and(
                        PolicyDocument.of(
                                Statement.allow("LookAtProvider", "iam:GetOpenIDConnectProvider")
                                        .on(stack.providerArn())))
                : looks;
    }

    private PolicyDocument stores() {
        return PolicyDocument.of(
                Statement.allow("LookAtBuckets", BucketActions.SETTINGS).on(declared.buckets()),
                Statement.allow("ReadOwnObjects", "s3:GetObject", "s3:GetObjectTagging")
                        .on(declared.ownObjects()),
                Statement.allow("LookAtKeys", KeyActions.SETTINGS).on(keys.all()),
                Statement.allow(
                                "LookAtRuns",
                                "dynamodb:DescribeContinuousBackups",
                                "dynamodb:DescribeTable",
                                "dynamodb:DescribeTimeToLive",
                                "dynamodb:ListTagsOfResource")
                        .on(arns.runsTable()),
                Statement.allowEverywhere("LookAtLists", WildcardReason.CONFIGURATION_LISTS));
    }

    private PolicyDocument catalogAndQueries() {
        return PolicyDocument.of(
                Statement.allow("LookAtDatabases", "glue:GetDatabase", "glue:GetTags")
                        .on(arns.glueCatalog(), arns.glueDatabases()),
                Statement.allow("LookAtKpiTables", "glue:GetPartitionIndexes", "glue:GetTable")
                        .on(GlueActions.databases(arns, List.of(names.kpiDatabase()))),
                Statement.allow("LookAtCrawlers", "glue:GetCrawler", "glue:GetTags")
                        .on(declared.crawlers()),
                Statement.allow(
                                "LookAtWorkgroups",
                                "athena:GetNamedQuery",
                                "athena:GetWorkGroup",
                                "athena:" + TAGS)
                        .on(declared.workgroups()));
    }

    private PolicyDocument nights() {
        return PolicyDocument.of(
                Statement.allow(
                                "LookAtFunction",
                                "lambda:GetFunction",
                                "lambda:GetFunctionCodeSigningConfig",
                                "lambda:GetPolicy",
                                "lambda:ListVersionsByFunction")
                        .on(arns.exportFunction()),
                Statement.allow(
                                "LookAtMachines",
                                "states:DescribeStateMachine",
                                "states:ListStateMachineVersions",
                                "states:" + TAGS)
                        .on(declared.machines()),
                Statement.allow("LookAtSchedules", "scheduler:GetSchedule")
                        .on(declared.schedules()),
                Statement.allow(
                                "LookAtScheduleGroup",
                                "scheduler:GetScheduleGroup",
                                "scheduler:" + TAGS)
                        .on(arns.scheduleGroup()),
                Statement.allow("LookAtLogs", "logs:" + TAGS).on(declared.logGroups()));
    }

    private PolicyDocument alarms() {
        return PolicyDocument.of(
                Statement.allow(
                                "LookAtRules",
                                "events:DescribeRule",
                                "events:" + TAGS,
                                "events:ListTargetsByRule")
                        .on(arns.rule(names.named("*"))),
                Statement.allow("LookAtDashboard", "cloudwatch:GetDashboard").on(arns.dashboard()),
                Statement.allow("LookAtAlarms", "cloudwatch:" + TAGS)
                        .on(arns.alarm(names.named("*"))),
                Statement.allow(
                                "LookAtTopic",
                                "sns:GetSubscriptionAttributes",
                                "sns:GetTopicAttributes",
                                "sns:" + TAGS)
                        .on(arns.topic()),
                Statement.allow("LookAtDeadLetters", "sqs:GetQueueAttributes", "sqs:ListQueueTags")
                        .on(arns.deadLetters()),
                Statement.allow(
                                "LookAtBudget",
                                "budgets:DescribeBudgetAction",
                                "budgets:" + TAGS,
                                "budgets:ViewBudget")
                        .on(declared.budget()));
    }
}
