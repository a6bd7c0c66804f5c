package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.names.Names;
import analysisplatform.policy.DeadLetterPolicy;
import com.hashicorp.cdktf.providers.aws.sqs_queue.SqsQueue;
import com.hashicorp.cdktf.providers.aws.sqs_queue.SqsQueueConfig;
import com.hashicorp.cdktf.providers.aws.sqs_queue_policy.SqsQueuePolicy;
import com.hashicorp.cdktf.providers.aws.sqs_queue_policy.SqsQueuePolicyConfig;
import java.time.Duration;
import software.constructs.Construct;

/**
 * Creates the queue of what the schedule or a rule could not deliver. It holds events, that is
 * names and error texts, so SQS' own key encrypts it.
 */
final class DeadLetters extends Construct {

    /** The longest that SQS keeps a message. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final String arn;

    DeadLetters(Construct scope, String id, Environment environment) {
        super(scope, id);
        SqsQueue queue =
                new SqsQueue(
                        this,
                        "queue",
                        SqsQueueConfig.builder()
                                .name(Names.of(environment).deadLetters())
                                .messageRetentionSeconds(KEPT.toSeconds())
                                .sqsManagedSseEnabled(true)
                                .build());
        new SqsQueuePolicy(
                this,
                "policy",
                SqsQueuePolicyConfig.builder()
                        .queueUrl(queue.getUrl())
                        .policy(DeadLetterPolicy.of(environment).json())
                        .build());
        arn = queue.getArn();
    }

    String arn() {
        return arn;
    }
}
