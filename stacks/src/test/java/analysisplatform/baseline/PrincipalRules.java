package analysisplatform.baseline;

import static analysisplatform.baseline.Rule.rule;
import static analysisplatform.baseline.Rule.unless;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whom policies of resources and of trust let in. */
final class PrincipalRules {

    private static final Pattern ROOT = Pattern.compile("arn:aws:iam::[0-9]{12}:root");

    /** An account in the fifth part, so that no resource of others matches. */
    private static final Pattern OF_ONE_ACCOUNT =
            Pattern.compile("arn:aws:[\\w-]+:[^:]*:[0-9]{12}:.+");

    /** One repository, and what of it: a branch, an environment. */
    private static final Pattern REPOSITORY = Pattern.compile("repo:[^*/:]+/[^*/:]+:[^*].*");

    private static final List<String> NARROWING =
            List.of(
                    "aws:PrincipalArn",
                    "aws:PrincipalAccount",
                    "aws:PrincipalOrgID",
                    "aws:SourceAccount",
                    "aws:SourceArn");

    private PrincipalRules() {}

    static List<Rule> all() {
        return List.of(
                rule(
                                "everybody",
                                "Everybody is let in nowhere, unless a condition says who.",
                                "CKV_AWS_33",
                                "CKV_AWS_60",
                                "CKV_AWS_70",
                                "CKV_AWS_169")
                        .onAllowing(
                                (stack, statement) ->
                                        unless(
                                                !statement.isForEverybody()
                                                        || NARROWING.stream()
                                                                .map(statement::wanted)
                                                                .anyMatch(PrincipalRules::named),
                                                "lets everybody in")),
                rule(
                                "principals-by-account",
                                "Policies name accounts and not roles or users, whose ARNs are"
                                        + " stored as ids that die with them.")
                        .onStatements(
                                (stack, statement) ->
                                        unless(
                                                statement.principals("AWS").stream()
                                                        .filter(it -> !it.equals("*"))
                                                        .allMatch(it -> ROOT.matcher(it).matches()),
                                                "names a role or a user")),
                rule(
                                "accounts-narrowed",
                                "An account is let in only for roles that a condition names, but to"
                                        + " administer a key.",
                                "CKV_AWS_61")
                        .onAllowing(PrincipalRules::accounts),
                rule("confused-deputy", "A service acts for this account's resources only.")
                        .onAllowing(PrincipalRules::service),
                rule("function-callers", "A service calls a function for a named resource only.")
                        .onEvery(
                                "aws_lambda_permission",
                                (stack, permission) ->
                                        unless(
                                                !permission.text("/source_arn").isEmpty()
                                                        || !permission
                                                                .text("/source_account")
                                                                .isEmpty(),
                                                "lets the service call for anybody")),
                rule(
                                "web-identities",
                                "A web identity is let in for one audience and one repository.",
                                "CKV_AWS_358")
                        .onAllowing(PrincipalRules::webIdentity));
    }

    private static boolean named(List<String> values) {
        return !values.isEmpty()
                && values.stream().noneMatch(it -> it.matches("\\**|arn:aws:[^:]*:[^:]*:\\*:.*"));
    }

    private static Optional<String> accounts(Stack stack, PolicyStatement statement) {
        boolean administers =
                statement.isOfKey() && statement.json().at("/Sid").asText().equals("Administer");
        return unless(
                statement.principals("AWS").isEmpty()
                        || administers
                        || named(statement.wanted("aws:PrincipalArn")),
                "lets a whole account in");
    }

    private static Optional<String> service(Stack stack, PolicyStatement statement) {
        boolean account =
                statement.wanted("aws:SourceAccount").stream()
                        .anyMatch(it -> it.matches("\\d{12}"));
        List<String> arns = statement.wanted("aws:SourceArn");
        boolean resource =
                !arns.isEmpty()
                        && arns.stream().allMatch(it -> OF_ONE_ACCOUNT.matcher(it).matches());
        return unless(
                statement.principals("Service").isEmpty() || account || resource,
                "lets the service act for any account");
    }

    private static Optional<String> webIdentity(Stack stack, PolicyStatement statement) {
        List<String> subjects = conditions(statement, ":sub");
        return unless(
                statement.principals("Federated").isEmpty()
                        || (!subjects.isEmpty()
                                && subjects.stream()
                                        .allMatch(it -> REPOSITORY.matcher(it).matches())
                                && named(conditions(statement, ":aud"))),
                "lets any repository or audience in");
    }

    private static List<String> conditions(PolicyStatement statement, String ending) {
        return Stream.of("StringEquals", "StringLike")
                .flatMap(it -> statement.json().at("/Condition/" + it).properties().stream())
                .map(Map.Entry::getKey)
                .filter(key -> key.endsWith(ending))
                .flatMap(key -> statement.wanted(key).stream())
                .toList();
    }
}
