package analysisplatform.constructs;

import analysisplatform.alarms.WatchedKeys;
import analysisplatform.policy.PolicyDocument;
import com.hashicorp.cdktf.providers.aws.kms_alias.KmsAlias;
import com.hashicorp.cdktf.providers.aws.kms_alias.KmsAliasConfig;
import com.hashicorp.cdktf.providers.aws.kms_key.KmsKey;
import com.hashicorp.cdktf.providers.aws.kms_key.KmsKeyConfig;
import software.constructs.Construct;

/**
 * Creates a customer managed key that rotates yearly, and its alias.
 *
 * <p>Exposes the key's ARN. The key has a policy of its own, because a role of another account can
 * use it only if both sides say so.
 */
final class EncryptionKey extends Construct {

    /** Days between asking for a deletion and losing everything the key encrypts; 7 to 30. */
    private static final int PRECIOUS_DELETION_DAYS = 30;

    private static final int DISPOSABLE_DELETION_DAYS = 7;

    private final String arn;
    private final String keyId;

    record Config(String alias, String description, PolicyDocument policy, Keeping keeping) {}

    EncryptionKey(Construct scope, String id, Config config) {
        super(scope, id);
        KmsKey key =
                new KmsKey(
                        this,
                        "key",
                        KmsKeyConfig.builder()
                                .description(config.description())
                                .enableKeyRotation(true)
                                .deletionWindowInDays(
                                        config.keeping().isDisposable()
                                                ? DISPOSABLE_DELETION_DAYS
                                                : PRECIOUS_DELETION_DAYS)
                                .policy(config.policy().json())
                                .lifecycle(config.keeping().lifecycle())
                                .build());
        String address = KmsKey.TF_RESOURCE_TYPE + "." + key.getFriendlyUniqueId();
        arn = "${%s.arn}".formatted(address);
        keyId = "${%s.key_id}".formatted(address);
        new KmsAlias(
                this,
                "alias",
                KmsAliasConfig.builder().name(config.alias()).targetKeyId(keyId).build());
    }

    WatchedKeys.Key watched() {
        return new WatchedKeys.Key(keyId, arn);
    }

    /**
     * In Terraform's own words instead of a token: cdktf reads a text with tokens to its end at
     * every closing brace, and the state machines' definitions have thousands.
     */
    String arn() {
        return arn;
    }
}
