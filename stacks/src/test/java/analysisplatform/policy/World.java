package analysisplatform.policy;

import analysisplatform.constructs.Synthesised;
import analysisplatform.constructs.TestEnvironments;
import analysisplatform.constructs.TestJson;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import java.util.List;
import java.util.Map;

/** Short words for the principals and resources of the table of access. */
final class World {

    static final String ADMINISTRATOR = "arn:aws:iam::111111111111:role/administrator";

    private static final Names NAMES = Names.of(TestEnvironments.full());
    private static final Arns ARNS = new Arns(NAMES);
    private static final Roles ROLES = new Roles(NAMES);
    private static final Iam IAM = iam();
    private static final Iam AT_THE_LIMIT =
            iam().addIdentity(
                            ROLES.analyst().arn(),
                            List.of(
                                    TestJson.parse(
                                            BudgetPolicies.stopQueries(TestEnvironments.full())
                                                    .json())));

    private static final Map<String, String> PRINCIPALS =
            Map.ofEntries(
                    Map.entry("function", ROLES.exportFunction().arn()),
                    Map.entry("nightly shop", ROLES.nightly(TestEnvironments.SHOP).arn()),
                    Map.entry("nightly billing", ROLES.nightly(TestEnvironments.BILLING).arn()),
                    Map.entry("crawler shop", ROLES.crawler(TestEnvironments.SHOP).arn()),
                    Map.entry("crawler billing", ROLES.crawler(TestEnvironments.BILLING).arn()),
                    Map.entry("scheduler", ROLES.scheduler().arn()),
                    Map.entry("analyst", ROLES.analyst().arn()),
                    Map.entry("stopped analyst", ROLES.analyst().arn()),
                    Map.entry("budget", ROLES.budget().arn()),
                    Map.entry("slack", ROLES.slack().arn()),
                    Map.entry("evidence reader", ROLES.evidenceReader().arn()),
                    Map.entry(
                            "quicksight",
                            ARNS.quickSightService("aws-quicksight-service-role-v0").arn()),
                    Map.entry("user manager", ROLES.quickSightUserManager().arn()),
                    Map.entry("plan", ROLES.plan().arn()),
                    Map.entry("deploy", ROLES.deploy().arn()),
                    Map.entry("plan shop", ROLES.plan(TestEnvironments.SHOP).arn()),
                    Map.entry("deploy shop", ROLES.deploy(TestEnvironments.SHOP).arn()),
                    Map.entry("plan billing", ROLES.plan(TestEnvironments.BILLING).arn()),
                    Map.entry("deploy billing", ROLES.deploy(TestEnvironments.BILLING).arn()),
                    Map.entry("caller shop", ROLES.caller(TestEnvironments.SHOP).arn()),
                    Map.entry("caller billing", ROLES.caller(TestEnvironments.BILLING).arn()),
                    Map.entry("export shop", ROLES.export(TestEnvironments.SHOP).arn()),
                    Map.entry("export billing", ROLES.export(TestEnvironments.BILLING).arn()),
                    Map.entry("administrator", ADMINISTRATOR),
                    Map.entry("break-glass", TestEnvironments.BREAK_GLASS));

    private static final Map<String, String> BUCKETS =
            Map.of(
                    "quarantine", NAMES.quarantineBucket(),
                    "masked", NAMES.maskedBucket(),
                    "results", NAMES.resultsBucket(),
                    "evidence", NAMES.evidenceBucket());

    private World() {}

    static Iam policies() {
        return IAM;
    }

    /** A stopped analyst is one to whose role AWS Budgets attached its policy. */
    static Iam policies(String who) {
        return who.equals("stopped analyst") ? AT_THE_LIMIT : IAM;
    }

    /** One of the words, or the name of a service or an ARN as it is. */
    static String principal(String word) {
        if (word.startsWith("arn:") || word.endsWith(".amazonaws.com")) {
            return word;
        }
        String arn = PRINCIPALS.get(word);
        if (arn == null) {
            throw new IllegalArgumentException("The test knows no principal '" + word + "'.");
        }
        return arn;
    }

    /**
     * {@code quarantine exports/x} is an object, {@code key masked} a key, {@code role x} a role.
     */
    static String resource(String words) {
        String[] parts = words.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        if (BUCKETS.containsKey(parts[0])) {
            String bucket = Arns.bucket(BUCKETS.get(parts[0]));
            return rest.isEmpty() ? bucket : bucket + "/" + rest;
        }
        return switch (parts[0]) {
            case "key" -> IAM.key(rest.equals("failure-mail") ? rest : rest + "-key");
            case "role" -> principal(rest);
            case "glue",
                    "athena",
                    "states",
                    "lambda",
                    "dynamodb",
                    "logs",
                    "sns",
                    "sqs",
                    "cloudwatch",
                    "quicksight" ->
                    NAMES.arn(parts[0], rest);
            default -> words;
        };
    }

    private static Iam iam() {
        return StackPolicies.of(
                List.of(
                        Synthesised.FULL_ANALYSIS,
                        Synthesised.FULL_SHOP,
                        Synthesised.FULL_BILLING));
    }
}
