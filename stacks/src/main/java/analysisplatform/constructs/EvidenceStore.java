package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform.Evidence;
import analysisplatform.config.PolicyFingerprint;
import analysisplatform.config.Source;
import analysisplatform.evidence.PolicySummary;
import analysisplatform.json.Literal;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import analysisplatform.policy.BucketPolicies;
import analysisplatform.policy.EvidenceReaderPolicy;
import analysisplatform.policy.TrustPolicies;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.s3_object.S3Object;
import com.hashicorp.cdktf.providers.aws.s3_object.S3ObjectConfig;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Creates the bucket of the nights' reports, which nobody can change, the role that reads it, and
 * each source's policy summary, which the reports repeat.
 *
 * <p>Requires the masked store, where the summaries lie: a bucket with Object Lock would let none
 * of them go.
 */
final class EvidenceStore extends Construct {

    /** A lifecycle removes nothing that is still locked. */
    private static final int NONCURRENT_DAYS = 1;

    private final Environment environment;
    private final Names names;
    private final Store store;
    private final Evidence config;

    EvidenceStore(Construct scope, String id, Environment environment, Store store) {
        super(scope, id);
        this.environment = environment;
        this.names = Names.of(environment);
        this.store = store;
        this.config = environment.platform().evidence();
        createBucket();
        environment.sources().forEach(this::createPolicySummary);
    }

    private void createBucket() {
        new PrivateBucket(
                this,
                "bucket",
                new PrivateBucket.Config(
                        names.evidenceBucket(),
                        store.maskedKey().arn(),
                        BucketPolicies.evidence(environment),
                        Expiry.after("", config.days(), NONCURRENT_DAYS),
                        Keeping.of(environment),
                        Optional.of(new ObjectLock(config.days(), config.mode()))));
    }

    /**
     * Encrypted with S3's own key: whoever deploys may write here but not use the masked store's
     * key. The new one comes before the old one goes.
     */
    private void createPolicySummary(Source source) {
        String version = PolicyFingerprint.of(environment, source);
        new S3Object(
                this,
                "policy-" + source.name(),
                S3ObjectConfig.builder()
                        .bucket(names.maskedBucket())
                        .key(names.policySummary(source, version))
                        .content(Literal.json(PolicySummary.json(environment, source)))
                        .contentType("application/json; charset=utf-8")
                        .serverSideEncryption("AES256")
                        .dependsOn(List.of(store.masked().bucket()))
                        .lifecycle(
                                TerraformResourceLifecycle.builder()
                                        .createBeforeDestroy(true)
                                        .build())
                        .build());
    }

    /** The role's ARN; without readers nobody could assume it, and IAM refuses an empty trust. */
    Optional<String> readerRole() {
        if (config.readers().isEmpty()) {
            return Optional.empty();
        }
        RoleWithPolicy role =
                new RoleWithPolicy(
                        this,
                        "reader",
                        new RoleWithPolicy.Config(
                                Roles.of(environment).evidenceReader(),
                                "People who read the reports of the nights",
                                TrustPolicies.people(config.readers()),
                                EvidenceReaderPolicy.of(environment, store.maskedKey().arn())));
        return Optional.of(role.arn());
    }
}
