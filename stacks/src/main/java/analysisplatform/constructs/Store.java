package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform.Retention;
import analysisplatform.names.Names;
import analysisplatform.policy.BucketPolicies;
import analysisplatform.policy.KeyPolicies;
import software.constructs.Construct;

/**
 * Creates the quarantine, the masked store and the bucket of query results, with the two keys.
 *
 * <p>Exposes the keys and the masked store; the buckets' names are known without it.
 */
final class Store extends Construct {

    /** Raw data that was deleted must be gone; S3 counts whole days. */
    private static final int QUARANTINE_NONCURRENT_DAYS = 1;

    /** Time to notice that a masked run was deleted by mistake. */
    private static final int MASKED_NONCURRENT_DAYS = 7;

    private static final int RESULTS_NONCURRENT_DAYS = 1;

    private final Environment environment;
    private final Names names;
    private final Keeping keeping;
    private final EncryptionKey quarantineKey;
    private final EncryptionKey maskedKey;
    private final PrivateBucket masked;

    Store(Construct scope, String id, Environment environment) {
        super(scope, id);
        this.environment = environment;
        this.names = Names.of(environment);
        this.keeping = Keeping.of(environment);
        this.quarantineKey = createQuarantineKey();
        this.maskedKey = createMaskedKey();
        createQuarantine();
        masked = createMaskedStore();
        createResults();
    }

    PrivateBucket masked() {
        return masked;
    }

    EncryptionKey quarantineKey() {
        return quarantineKey;
    }

    EncryptionKey maskedKey() {
        return maskedKey;
    }

    private EncryptionKey createQuarantineKey() {
        return new EncryptionKey(
                this,
                "quarantine-key",
                new EncryptionKey.Config(
                        names.quarantineKeyAlias(),
                        "Raw exports and the pseudonym key",
                        KeyPolicies.quarantine(environment),
                        keeping));
    }

    private EncryptionKey createMaskedKey() {
        return new EncryptionKey(
                this,
                "masked-key",
                new EncryptionKey.Config(
                        names.maskedKeyAlias(),
                        "Masked data, query results and reports",
                        KeyPolicies.masked(environment),
                        keeping));
    }

    /** Only exports expire: the pseudonym key beside them is needed for ever. */
    private void createQuarantine() {
        new PrivateBucket(
                this,
                "quarantine",
                new PrivateBucket.Config(
                        names.quarantineBucket(),
                        quarantineKey.arn(),
                        BucketPolicies.quarantine(environment),
                        Expiry.after(
                                names.exportsPrefix() + "/",
                                retention().quarantineDays(),
                                QUARANTINE_NONCURRENT_DAYS),
                        keeping));
    }

    /** A run is deleted because a newer one was published, never by age: see the nightly run. */
    private PrivateBucket createMaskedStore() {
        return new PrivateBucket(
                this,
                "masked",
                new PrivateBucket.Config(
                        names.maskedBucket(),
                        maskedKey.arn(),
                        BucketPolicies.masked(environment),
                        Expiry.ofOldVersions("", MASKED_NONCURRENT_DAYS),
                        keeping));
    }

    /** Results can be queried again, so this bucket is disposable everywhere. */
    private void createResults() {
        new PrivateBucket(
                this,
                "results",
                new PrivateBucket.Config(
                        names.resultsBucket(),
                        maskedKey.arn(),
                        BucketPolicies.encryptedTransport(names.resultsBucket()),
                        Expiry.after("", retention().queryResultDays(), RESULTS_NONCURRENT_DAYS),
                        Keeping.DISPOSABLE));
    }

    private Retention retention() {
        return environment.platform().retention();
    }
}
