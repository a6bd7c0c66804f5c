package analysisplatform.baseline;

import static analysisplatform.baseline.Rule.rule;
import static analysisplatform.baseline.Rule.unless;

import analysisplatform.policy.WildcardReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What policies of all kinds allow. */
final class PolicyRules {

    /** All, all of a service or a type, any bucket, any account. */
    private static final Pattern WIDE =
            Pattern.compile(
                    "\\*"
                            + "|arn:aws:(?!s3:)[^:]*:[^:]*:[^:]*:(\\*|[A-Za-z-]+[/:]\\*)"
                            + "|arn:aws:s3:::[^/]*\\*.*"
                            + "|arn:aws:[^:]*:[^:]*:\\*:.*");

    private static final Pattern EXACT_ROLE =
            Pattern.compile("arn:aws:iam::[0-9]{12}:role/[\\w+=,.@/-]+");

    /** A role of the platform with its rights in the stack, or QuickSight's own. */
    private static final Pattern OWN_ROLE = Pattern.compile("\\$\\{aws_iam_role\\..*");

    /** By these, whoever has few rights can have more. */
    private static final Set<String> RAISING =
            Set.of(
                    "iam:AddUserToGroup",
                    "iam:AttachGroupPolicy",
                    "iam:AttachRolePolicy",
                    "iam:AttachUserPolicy",
                    "iam:CreateAccessKey",
                    "iam:CreateLoginProfile",
                    "iam:CreatePolicyVersion",
                    "iam:CreateRole",
                    "iam:DeleteRolePermissionsBoundary",
                    "iam:DeleteRolePolicy",
                    "iam:DetachRolePolicy",
                    "iam:PutGroupPolicy",
                    "iam:PutRolePermissionsBoundary",
                    "iam:PutRolePolicy",
                    "iam:PutUserPolicy",
                    "iam:SetDefaultPolicyVersion",
                    "iam:UpdateAssumeRolePolicy",
                    "iam:UpdateLoginProfile",
                    "lambda:UpdateFunctionCode");

    private PolicyRules() {}

    static List<Rule> all() {
        return Stream.concat(wildcards().stream(), rights().stream()).toList();
    }

    private static List<Rule> wildcards() {
        return List.of(
                rule(
                                "policy-actions",
                                "Every allowed action is spelled out.",
                                "CKV_AWS_62",
                                "CKV_AWS_63",
                                "CKV_AWS_72")
                        .onAllowing(
                                (stack, statement) ->
                                        unless(
                                                statement.actions().stream()
                                                        .noneMatch(it -> it.contains("*")),
                                                "allows "
                                                        + String.join(", ", statement.actions()))),
                rule(
                                "policy-resources",
                                "Nothing is allowed on everything, on all of a type or in any"
                                        + " account, but for a reason of WildcardReason.",
                                "CKV_AWS_111",
                                "CKV_AWS_356")
                        .onAllowing(PolicyRules::wide),
                rule("policy-complement", "No statement allows everything but something.")
                        .onAllowing(
                                (stack, statement) ->
                                        unless(
                                                Stream.of(
                                                                "NotAction",
                                                                "NotResource",
                                                                "NotPrincipal")
                                                        .noneMatch(it -> statement.json().has(it)),
                                                "allows what it does not name")));
    }

    private static List<Rule> rights() {
        return List.of(
                rule("pass-role", "Roles are lent by name, and to a named service.")
                        .onAllowing(PolicyRules::passRole),
                rule(
                                "more-rights",
                                "Nobody can give rights to others or to themselves.",
                                "CKV_AWS_107",
                                "CKV_AWS_109",
                                "CKV_AWS_110")
                        .onAllowing(
                                (stack, statement) ->
                                        unless(
                                                statement.actions().stream()
                                                        .noneMatch(RAISING::contains),
                                                "can raise rights")),
                rule(
                                "rights-in-the-role",
                                "Every role has its rights in a policy of its own, which a plan"
                                        + " shows; none is attached from elsewhere.",
                                "CKV_AWS_274")
                        .on(PolicyRules::rightsElsewhere));
    }

    private static Optional<String> wide(Stack stack, PolicyStatement statement) {
        List<String> wide =
                statement.resources().stream().filter(it -> WIDE.matcher(it).matches()).toList();
        return unless(
                wide.isEmpty() || statement.isOfKey() || explained(statement.actions()),
                "allows on " + String.join(", ", wide));
    }

    private static boolean explained(List<String> actions) {
        return Stream.of(WildcardReason.values())
                .filter(reason -> reason != WildcardReason.KEY_POLICY)
                .anyMatch(reason -> reason.actions().containsAll(actions));
    }

    private static Optional<String> passRole(Stack stack, PolicyStatement statement) {
        boolean passes =
                statement.actions().stream().anyMatch(it -> it.matches("(?i)iam:(passrole|\\*)"));
        return unless(
                !passes
                        || (statement.resources().stream()
                                        .allMatch(it -> EXACT_ROLE.matcher(it).matches())
                                && !statement.wanted("iam:PassedToService").isEmpty()),
                "lends a role that it does not name, or to any service");
    }

    private static Stream<Finding> rightsElsewhere(Stack stack) {
        Stream<Finding> attached =
                stack.resources().stream()
                        .filter(it -> it.type().matches("aws_iam_.*policy_attachment.*"))
                        .map(it -> new Finding(it.address(), "attaches a policy"));
        Stream<Finding> managed =
                stack.resources("aws_iam_role").stream()
                        .filter(it -> it.body().has("managed_policy_arns"))
                        .map(it -> new Finding(it.address(), "has a managed policy"));
        Stream<Finding> foreign =
                stack.resources("aws_iam_role_policy").stream()
                        .filter(it -> !OWN_ROLE.matcher(it.text("/role")).matches())
                        .map(it -> new Finding(it.address(), "changes a role of others"));
        return Stream.of(attached, managed, foreign).flatMap(all -> all);
    }
}
