package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.Role;
import analysisplatform.names.Roles;
import analysisplatform.names.SpendingNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The most that roles of a stack may ever do, whatever policy a deployment gives them. It gives
 * nothing itself. A deployment cannot change it, take it off a role or make a role without it.
 *
 * <p>Of the analysis stack it says which services and names are reached at all, and which roles
 * read data; what each of them does stands in its own policy.
 */
public final class BoundaryPolicy {

    private final Environment environment;
    private final Names names;
    private final Arns arns;
    private final DeclaredArns declared;
    private final Roles roles;

    private BoundaryPolicy(Environment environment) {
        this.environment = environment;
        this.names = Names.of(environment);
        this.arns = Arns.of(environment);
        this.declared = DeclaredArns.of(environment);
        this.roles = Roles.of(environment);
    }

    public static PolicyDocument analysis(Environment environment) {
        BoundaryPolicy boundary = new BoundaryPolicy(environment);
        return boundary.data()
                .and(boundary.readers())
                .and(boundary.services())
                .and(boundary.handing());
    }

    /** Each of the two roles as far as its own policy goes, so that no deployment widens one. */
    public static PolicyDocument source(Environment environment, Source source) {
        Roles roles = Roles.of(environment);
        return only(roles.caller(source), CallerPolicy.of(environment, source))
                .and(only(roles.export(source), ExportPolicy.of(environment, source)));
    }

    private static PolicyDocument only(Role role, PolicyDocument policy) {
        return new PolicyDocument(
                policy.statements().stream()
                        .map(it -> it.when(Condition.principalIsOneOf(List.of(role.arn()))))
                        .toList());
    }

    private PolicyDocument data() {
        List<String> stores =
                declared.stores().stream()
                        .flatMap(it -> Stream.of(Arns.bucket(it), Arns.objects(it, "*")))
                        .toList();
        return PolicyDocument.of(
                Statement.allow(
                                "Objects",
                                "s3:Abort*",
                                "s3:DeleteObject*",
                                "s3:GetBucket*",
                                "s3:GetObject*",
                                "s3:List*",
                                "s3:PutObject")
                        .on(stores),
                Statement.allow("Proven", "s3:PutObjectTagging")
                        .on(Arns.below(names.maskedBucket(), names.maskedRunsPrefix())),
                Statement.allow("Keys", KeyActions.READ_AND_WRITE)
                        .onEvery(WildcardReason.CAPPED_KEYS, arns.everyKey()),
                Statement.allow(
                                "Catalog",
                                "glue:Batch*",
                                "glue:Create*",
                                "glue:Delete*",
                                "glue:Get*",
                                "glue:St*Crawler",
                                "glue:Update*")
                        .on(catalog()),
                Statement.allow(
                                "Queries",
                                "athena:BatchGet*",
                                "athena:Get*",
                                "athena:List*",
                                "athena:St*QueryExecution")
                        .on(arns.athenaCatalog(), arns.workgroup(names.named("*"))),
                Statement.allowEverywhere("QueryLists", WildcardReason.ATHENA_LISTS));
    }

    private List<String> catalog() {
        return List.of(
                arns.glueCatalog(),
                arns.glueDatabases(),
                arns.glueTables((names.named("") + "*").replace('-', '_')),
                declared.crawlers(),
                arns.glueDatabase(GlueActions.ATHENAS_DATABASE),
                arns.glueTables(GlueActions.ATHENAS_DATABASE));
    }

    /**
     * Deployments make none of the roles that are named here. Results and reports are left to the
     * policy of their key.
     */
    private PolicyDocument readers() {
        String crawlers = pattern("crawler-*");
        String nightly = pattern("nightly-*");
        String function = roles.exportFunction().arn();
        String analyst = roles.analyst().arn();
        return PolicyDocument.of(
                keep("RawData", Arns.objects(names.quarantineBucket(), "*"))
                        .when(Condition.principalIsNoneOf(List.of(nightly, crawlers, function))),
                keep(
                                "MaskedData",
                                Arns.below(names.maskedBucket(), names.maskedRunsPrefix()),
                                Arns.below(names.maskedBucket(), names.kpiPrefix()))
                        .when(Condition.principalIsNoneOf(List.of(nightly, analyst))));
    }

    private static Statement keep(String what, String... objects) {
        return Statement.deny("Keep" + what, "s3:GetObject*").on(objects);
    }

    private String pattern(String role) {
        return new Role(names.account(), names.named(role)).arn();
    }

    private PolicyDocument services() {
        List<Statement> statements = new ArrayList<>();
        statements.add(
                Statement.allow(
                                "Nights",
                                "cloudwatch:DescribeAlarms",
                                "cloudwatch:EnableAlarmActions",
                                "cloudwatch:GetDashboard",
                                "dynamodb:*Item",
                                "lambda:InvokeFunction",
                                "sns:Publish",
                                "sqs:SendMessage",
                                "states:DescribeExecution",
                                "states:ListExecutions",
                                "states:StartExecution")
                        .on(
                                arns.alarm(names.named("*")),
                                arns.dashboard(),
                                arns.runsTable(),
                                arns.exportFunction(),
                                arns.topic(),
                                arns.deadLetters(),
                                declared.machines(),
                                names.arn("states", "execution:" + names.named("nightly-*"))));
        statements.add(
                Statement.allow("Logs", "logs:Create*", "logs:PutLogEvents")
                        .on(
                                arns.logGroup(names.exportFunctionLogGroup()),
                                arns.logGroup("/aws-glue/crawlers")));
        statements.add(Statement.allowEverywhere("LogDelivery", WildcardReason.LOG_DELIVERY));
        statements.add(Statement.allowEverywhere("Metrics", WildcardReason.METRICS));
        statements.add(Statement.allowEverywhere("Values", WildcardReason.METRIC_VALUES));
        if (environment.platform().quickSight().enabled()) {
            statements.add(
                    Statement.allow(
                                    "QuickSight",
                                    "quicksight:CreateIngestion",
                                    "quicksight:DescribeIngestion",
                                    "quicksight:*GroupMembership*",
                                    "quicksight:DescribeGroup")
                            .on(
                                    arns.quickSightDataSet(names.named("*")),
                                    arns.quickSightGroup(names.named("*"))));
            statements.add(
                    Statement.allow("QuickSightUsers", WildcardReason.QUICKSIGHT_USERS.actions())
                            .onEvery(WildcardReason.QUICKSIGHT_USERS, arns.everyQuickSightUser()));
        }
        return new PolicyDocument(statements);
    }

    /** Other roles that roles of the platform use. */
    private PolicyDocument handing() {
        return PolicyDocument.of(
                Statement.allow("BecomeCallers", "sts:AssumeRole")
                        .on(
                                environment.sources().stream()
                                        .map(Source::account)
                                        .distinct()
                                        .map(it -> new Role(it, names.named("*-caller")).arn())
                                        .toList()),
                Statement.allow("LendToCrawlers", "iam:PassRole").on(pattern("crawler-*")),
                Statement.allow("StopAnalysts", "iam:AttachRolePolicy", "iam:DetachRolePolicy")
                        .on(roles.analyst().arn())
                        .when(
                                Condition.equal(
                                        "iam:PolicyARN",
                                        SpendingNames.of(environment).stopPolicyArn())));
    }
}
