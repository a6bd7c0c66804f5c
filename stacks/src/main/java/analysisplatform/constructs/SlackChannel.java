package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform.Slack;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.TrustPolicies;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRole;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRoleConfig;
import java.util.List;
import software.constructs.Construct;

/**
 * Creates the Slack channel that shows what the topic gets, by Amazon Q Developer in chat
 * applications.
 *
 * <p>Requires the workspace, authorised once by hand in that service's console. Whoever writes in
 * the channel can make the service call AWS with the channel's role, within the guardrail. The role
 * has no rights, and the guardrail allows metrics and logs of alarms to be read, no data: without a
 * guardrail it would be AdministratorAccess, so that one right too many for the role would be all.
 */
final class SlackChannel extends Construct {

    private static final String GUARDRAIL = "arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess";

    SlackChannel(Construct scope, String id, Environment environment, String topic) {
        super(scope, id);
        IamRole role =
                new IamRole(
                        this,
                        "role",
                        IamRoleConfig.builder()
                                .name(Roles.of(environment).slack().name())
                                .description("Alerts in Slack: may do nothing")
                                .assumeRolePolicy(TrustPolicies.chat().json())
                                .build());
        Slack slack = environment.platform().notifications().slack();
        // Not in the bindings: they were made from a provider that did not know the type.
        TerraformResource channel =
                new TerraformResource(
                        this,
                        "channel",
                        TerraformResourceConfig.builder()
                                .terraformResourceType("aws_chatbot_slack_channel_configuration")
                                .build());
        channel.addOverride("configuration_name", Names.of(environment).topic());
        channel.addOverride("iam_role_arn", role.getArn());
        channel.addOverride("slack_team_id", slack.workspace());
        channel.addOverride("slack_channel_id", slack.channel());
        channel.addOverride("sns_topic_arns", List.of(topic));
        channel.addOverride("guardrail_policy_arns", List.of(GUARDRAIL));
        channel.addOverride("user_authorization_required", true);
        channel.addOverride("logging_level", "ERROR");
    }
}
