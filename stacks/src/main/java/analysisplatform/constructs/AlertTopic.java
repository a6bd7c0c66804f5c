package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.names.Names;
import analysisplatform.policy.KeyPolicies;
import analysisplatform.policy.TopicPolicy;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopic;
import com.hashicorp.cdktf.providers.aws.sns_topic.SnsTopicConfig;
import com.hashicorp.cdktf.providers.aws.sns_topic_policy.SnsTopicPolicy;
import com.hashicorp.cdktf.providers.aws.sns_topic_policy.SnsTopicPolicyConfig;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscription;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscriptionConfig;
import software.constructs.Construct;

/**
 * Creates the topic of alerts with its key and its mail subscriptions. Each address has to confirm
 * its subscription once.
 *
 * <p>The key is the topic's own: CloudWatch may not use AWS' key for SNS, and a key of the data
 * would take the alerts with it when somebody disables it.
 */
final class AlertTopic extends Construct {

    private final EncryptionKey key;
    private final String arn;
    private final SnsTopicPolicy policy;

    AlertTopic(Construct scope, String id, Environment environment) {
        super(scope, id);
        this.key = createKey(environment);
        this.arn = createTopic(environment).getArn();
        this.policy = attachPolicy(environment);
        environment.platform().notifications().emails().forEach(this::subscribe);
    }

    EncryptionKey key() {
        return key;
    }

    String arn() {
        return arn;
    }

    /** For what AWS lets send to the topic only once the policy says so. */
    ITerraformDependable policy() {
        return policy;
    }

    private EncryptionKey createKey(Environment environment) {
        return new EncryptionKey(
                this,
                "key",
                new EncryptionKey.Config(
                        Names.of(environment).alertsKeyAlias(),
                        "Alerts on their way",
                        KeyPolicies.alerts(environment),
                        Keeping.of(environment)));
    }

    private SnsTopic createTopic(Environment environment) {
        return new SnsTopic(
                this,
                "topic",
                SnsTopicConfig.builder()
                        .name(Names.of(environment).topic())
                        .kmsMasterKeyId(key.arn())
                        .build());
    }

    private SnsTopicPolicy attachPolicy(Environment environment) {
        return new SnsTopicPolicy(
                this,
                "policy",
                SnsTopicPolicyConfig.builder()
                        .arn(arn)
                        .policy(TopicPolicy.of(environment).json())
                        .build());
    }

    private void subscribe(String email) {
        new SnsTopicSubscription(
                this,
                email,
                SnsTopicSubscriptionConfig.builder()
                        .topicArn(arn)
                        .protocol("email")
                        .endpoint(email)
                        .build());
    }
}
