package analysisplatform.policy;

import java.util.List;

/**
 * Every place where a statement covers all resources, or all resources of a type, and why it must.
 * A statement that needs another one adds it here, where a reviewer sees it.
 */
public enum WildcardReason {
    KEY_POLICY("In the policy of a key, * is that key.", List.of("kms:*")),

    LOG_DELIVERY(
            "Step Functions delivers logs by these actions, and they know no resource.",
            List.of(
                    "logs:CreateLogDelivery",
                    "logs:GetLogDelivery",
                    "logs:UpdateLogDelivery",
                    "logs:DeleteLogDelivery",
                    "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy",
                    "logs:DescribeResourcePolicies",
                    "logs:DescribeLogGroups")),

    METRICS(
            "PutMetricData knows no resource; a condition names the namespace.",
            List.of("cloudwatch:PutMetricData")),

    METRIC_VALUES(
            "A dashboard shows numbers by GetMetricData, which knows no resource; no metric of the"
                    + " platform tells of a person.",
            List.of("cloudwatch:GetMetricData")),

    ATHENA_LISTS(
            "Athena's console lists workgroups and catalogs, and these actions know no resource.",
            List.of(
                    "athena:ListWorkGroups",
                    "athena:ListDataCatalogs",
                    "athena:ListEngineVersions")),

    EXPORT_TASKS(
            "All tasks of the account are counted, because RDS runs at most five together.",
            List.of("rds:DescribeExportTasks")),

    SNAPSHOT_LISTS(
            "RDS checks a list of snapshots against every snapshot, before it knows which match.",
            List.of("rds:DescribeDBSnapshots", "rds:DescribeDBClusterSnapshots")),

    QUICKSIGHT_USERS(
            "Users to be registered have no names yet, and a list covers all of them.",
            List.of(
                    "quicksight:RegisterUser",
                    "quicksight:DescribeUser",
                    "quicksight:UpdateUser",
                    "quicksight:DeleteUser",
                    "quicksight:ListUsers",
                    "quicksight:ListUserGroups")),

    CONFIGURATION_LISTS(
            "A plan asks these; they know no resource, or answer before they know which names"
                    + " match, and tell settings only.",
            List.of(
                    "chatbot:DescribeSlackChannelConfigurations",
                    "chatbot:ListTagsForResource",
                    "cloudwatch:DescribeAlarms",
                    "kms:ListAliases",
                    "logs:DescribeLogGroups",
                    "states:ValidateStateMachineDefinition")),

    CAPPED_KEYS(
            "A boundary gives nothing; the policies of the keys, whose ids no name tells, say who"
                    + " uses them.",
            List.of("kms:Decrypt", "kms:GenerateDataKey")),

    DENIED_TO_DEPLOYMENTS(
            "A denial that named resources would let the next one through.", DeployDenials.ALL),

    ANALYSIS_KEYS(
            "The source account cannot know the id of the other account's key; the key's own"
                    + " policy lets these roles use only the quarantine's.",
            List.of(
                    "kms:Encrypt",
                    "kms:Decrypt",
                    "kms:ReEncrypt*",
                    "kms:GenerateDataKey*",
                    "kms:CreateGrant",
                    "kms:DescribeKey",
                    "kms:RetireGrant"));

    private final String reason;
    private final List<String> actions;

    WildcardReason(String reason, List<String> actions) {
        this.reason = reason;
        this.actions = actions;
    }

    /** One sentence for the reader of a plan or a review. */
    public String reason() {
        return reason;
    }

    /** What may be allowed for this reason; nothing else. */
    public List<String> actions() {
        return actions;
    }

    boolean covers(String action) {
        return this == KEY_POLICY ? action.startsWith("kms:") : actions.contains(action);
    }
}
