package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.GitHubStack;
import analysisplatform.names.Names;
import analysisplatform.names.Role;
import analysisplatform.names.Roles;
import analysisplatform.names.SpendingNames;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a deployment changes: everything that neither holds data nor says who may read it. Buckets,
 * keys, their policies, the trust of roles that read data, and GitHub's own roles are changed by a
 * person (docs/decisions/019).
 */
public final class DeployPolicy {

    private static final String BOUNDARY = "iam:PermissionsBoundary";
    private static final String TAG = "TagResource";
    private static final String UNTAG = "UntagResource";

    private final Environment environment;
    private final KeyArns keys;
    private final Names names;
    private final Arns arns;
    private final DeclaredArns declared;

    private DeployPolicy(Environment environment, KeyArns keys) {
        this.environment = environment;
        this.keys = keys;
        this.names = Names.of(environment);
        this.arns = Arns.of(environment);
        this.declared = DeclaredArns.of(environment);
    }

    /** What a deployment of the analysis stack does with roles and state, and never does. */
    public static PolicyDocument guarded(Environment environment) {
        GitHubStack stack = GitHubStack.analysis(environment);
        return StateAccess.write(stack)
                .and(DeployDenials.of(stack))
                .and(identities(environment, stack))
                .and(passing(environment));
    }

    /** What it does with everything else; reads by {@link PlanPolicy} beside it. */
    public static PolicyDocument changes(Environment environment, KeyArns keys) {
        DeployPolicy policy = new DeployPolicy(environment, keys);
        PolicyDocument changes =
                policy.stores()
                        .and(policy.catalogAndQueries())
                        .and(policy.nights())
                        .and(policy.alarms());
        return environment.platform().quickSight().enabled()
                ? changes.and(QuickSightDeployment.change(environment))
                : changes;
    }

    /** Of a source stack: what its two roles may do, within what they may do today. */
    public static PolicyDocument source(Environment environment, Source source) {
        GitHubStack stack = GitHubStack.source(environment, source);
        Roles roles = Roles.of(environment);
        List<Role> both = List.of(roles.caller(source), roles.export(source));
        return StateAccess.write(stack)
                .and(DeployDenials.of(stack))
                .and(PolicyDocument.of(changeRights(stack, both), tag(both)));
    }

    private static PolicyDocument identities(Environment environment, GitHubStack stack) {
        DeployedRoles roles = DeployedRoles.of(environment);
        return PolicyDocument.of(
                changeRights(stack, roles.all()),
                tag(roles.all()),
                Statement.allow("MakeRoles", "iam:CreateRole", "iam:UpdateAssumeRolePolicy")
                        .on(DeployedRoles.arns(roles.plain()))
                        .when(Condition.equal(BOUNDARY, stack.boundaryArn())),
                Statement.allow("RemoveRoles", "iam:DeleteRole", "iam:ListInstanceProfilesForRole")
                        .on(DeployedRoles.arns(roles.plain())),
                Statement.allow(
                                "ChangeStopPolicy",
                                "iam:CreatePolicy",
                                "iam:CreatePolicyVersion",
                                "iam:DeletePolicy",
                                "iam:DeletePolicyVersion",
                                "iam:ListPolicyVersions",
                                "iam:TagPolicy",
                                "iam:UntagPolicy")
                        .on(SpendingNames.of(environment).stopPolicyArn()));
    }

    /** Whatever such a policy says, the boundary stands above it. */
    private static Statement changeRights(GitHubStack stack, List<Role> roles) {
        return Statement.allow(
                        "ChangeRights",
                        "iam:DeleteRolePolicy",
                        "iam:PutRolePolicy",
                        "iam:UpdateRole",
                        "iam:UpdateRoleDescription")
                .on(DeployedRoles.arns(roles))
                .when(Condition.equal(BOUNDARY, stack.boundaryArn()));
    }

    private static Statement tag(List<Role> roles) {
        return Statement.allow("TagRoles", "iam:TagRole", "iam:UntagRole")
                .on(DeployedRoles.arns(roles));
    }

    private static PolicyDocument passing(Environment environment) {
        Roles roles = Roles.of(environment);
        List<Source> sources = environment.sources();
        return PolicyDocument.of(
                pass("PassToMachine", sources.stream().map(roles::nightly), "states"),
                pass("PassToCrawler", sources.stream().map(roles::crawler), "glue"),
                pass("PassToFunction", Stream.of(roles.exportFunction()), "lambda"),
                pass("PassToScheduler", Stream.of(roles.scheduler()), "scheduler"),
                pass("PassToChat", Stream.of(roles.slack()), "chatbot"),
                pass("PassToBudgets", Stream.of(roles.budget()), "budgets"));
    }

    private static Statement pass(String sid, Stream<Role> roles, String service) {
        return Statement.allow(sid, "iam:PassRole")
                .on(DeployedRoles.arns(roles.toList()))
                .when(Condition.equal("iam:PassedToService", service + ".amazonaws.com"));
    }

    /** The masks' statements, and tags; of query results also when they expire. */
    private PolicyDocument stores() {
        return PolicyDocument.of(
                Statement.allow(
                                "WriteOwnObjects",
                                "s3:DeleteObject",
                                "s3:DeleteObjectVersion",
                                "s3:PutObject",
                                "s3:PutObjectTagging")
                        .on(declared.ownObjects()),
                Statement.allow("FindOwnVersions", "s3:ListBucketVersions")
                        .on(Arns.bucket(names.maskedBucket()))
                        .when(Condition.like("s3:prefix", List.of("statements/*", "policies/*"))),
                Statement.allow("LetResultsExpire", "s3:PutLifecycleConfiguration")
                        .on(Arns.bucket(names.resultsBucket())),
                Statement.allow(
                                "TagKeys",
                                "kms:TagResource",
                                "kms:UntagResource",
                                "kms:UpdateKeyDescription")
                        .on(keys.all()),
                Statement.allow("TagBuckets", "s3:PutBucketTagging").on(declared.buckets()),
                Statement.allow("TagRuns", "dynamodb:TagResource", "dynamodb:UntagResource")
                        .on(arns.runsTable()));
    }

    private PolicyDocument catalogAndQueries() {
        return PolicyDocument.of(
                Statement.allow("ChangeDatabases", "glue:CreateDatabase", "glue:UpdateDatabase")
                        .on(arns.glueCatalog(), arns.glueDatabases()),
                Statement.allow("ChangeKpiTables", GlueActions.REPLACE)
                        .on(GlueActions.databases(arns, List.of(names.kpiDatabase()))),
                Statement.allow(
                                "ChangeCrawlers",
                                "glue:" + TAG,
                                "glue:" + UNTAG,
                                "glue:UpdateCrawler")
                        .on(declared.crawlers(), arns.glueDatabases()),
                Statement.allow(
                                "ChangeWorkgroups",
                                "athena:CreateNamedQuery",
                                "athena:DeleteNamedQuery",
                                "athena:" + TAG,
                                "athena:" + UNTAG,
                                "athena:UpdateNamedQuery",
                                "athena:UpdateWorkGroup")
                        .on(declared.workgroups()));
    }

    private PolicyDocument nights() {
        return PolicyDocument.of(
                Statement.allow(
                                "ChangeFunction",
                                "lambda:RemovePermission",
                                "lambda:" + TAG,
                                "lambda:" + UNTAG,
                                "lambda:UpdateFunctionCode",
                                "lambda:UpdateFunctionConfiguration")
                        .on(arns.exportFunction()),
                Statement.allow("LetRulesCallFunction", "lambda:AddPermission")
                        .on(arns.exportFunction())
                        .when(Condition.equal("lambda:Principal", "events.amazonaws.com")),
                Statement.allow(
                                "ChangeMachines",
                                "states:CreateStateMachine",
                                "states:DeleteStateMachine",
                                "states:" + TAG,
                                "states:" + UNTAG,
                                "states:UpdateStateMachine")
                        .on(declared.machines()),
                Statement.allow(
                                "ChangeSchedules",
                                "scheduler:CreateSchedule",
                                "scheduler:DeleteSchedule",
                                "scheduler:UpdateSchedule")
                        .on(declared.schedules()),
                Statement.allow("TagSchedules", "scheduler:" + TAG, "scheduler:" + UNTAG)
                        .on(arns.scheduleGroup()),
                Statement.allow(
                                "ChangeLogs",
                                "logs:CreateLogGroup",
                                "logs:PutRetentionPolicy",
                                "logs:" + TAG,
                                "logs:" + UNTAG)
                        .on(declared.logGroups()));
    }

    private PolicyDocument alarms() {
        return PolicyDocument.of(
                Statement.allow(
                                "ChangeRules",
                                "events:DeleteRule",
                                "events:PutRule",
                                "events:PutTargets",
                                "events:RemoveTargets",
                                "events:" + TAG,
                                "events:" + UNTAG)
                        .on(arns.rule(names.named("*"))),
                Statement.allow(
                                "ChangeDashboard",
                                "cloudwatch:DeleteDashboards",
                                "cloudwatch:PutDashboard")
                        .on(arns.dashboard()),
                Statement.allow(
                                "ChangeAlarms",
                                "cloudwatch:DeleteAlarms",
                                "cloudwatch:PutMetricAlarm",
                                "cloudwatch:" + TAG,
                                "cloudwatch:" + UNTAG)
                        .on(arns.alarm(names.named("*"))),
                Statement.allow(
                                "ChangeTopic",
                                "sns:SetSubscriptionAttributes",
                                "sns:SetTopicAttributes",
                                "sns:Subscribe",
                                "sns:" + TAG,
                                "sns:Unsubscribe",
                                "sns:" + UNTAG)
                        .on(arns.topic()),
                Statement.allow(
                                "ChangeDeadLetters",
                                "sqs:SetQueueAttributes",
                                "sqs:TagQueue",
                                "sqs:UntagQueue")
                        .on(arns.deadLetters()),
                Statement.allow(
                                "ChangeBudget",
                                "budgets:CreateBudgetAction",
                                "budgets:DeleteBudgetAction",
                                "budgets:ModifyBudget",
                                "budgets:" + TAG,
                                "budgets:" + UNTAG,
                                "budgets:UpdateBudgetAction")
                        .on(declared.budget()),
                Statement.allow(
                                "ChangeChat",
                                "chatbot:DeleteSlackChannelConfiguration",
                                "chatbot:" + TAG,
                                "chatbot:" + UNTAG,
                                "chatbot:UpdateSlackChannelConfiguration")
                        .on(
                                "arn:aws:chatbot::%s:chat-configuration/slack-channel/%s"
                                        .formatted(names.account(), names.topic())));
    }
}
