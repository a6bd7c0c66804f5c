package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.names.Names;
import analysisplatform.policy.KeyArns;
import com.hashicorp.cdktf.providers.aws.athena_workgroup.AthenaWorkgroup;
import com.hashicorp.cdktf.providers.aws.athena_workgroup.AthenaWorkgroupConfig;
import com.hashicorp.cdktf.providers.aws.athena_workgroup.AthenaWorkgroupConfiguration;
import com.hashicorp.cdktf.providers.aws.athena_workgroup.AthenaWorkgroupConfigurationResultConfiguration;
import com.hashicorp.cdktf.providers.aws.athena_workgroup.AthenaWorkgroupConfigurationResultConfigurationEncryptionConfiguration;
import software.constructs.Construct;

/**
 * Creates the Athena workgroups of the nightly run and of the analysts, and what analysts find
 * saved in theirs.
 */
final class Workgroups extends Construct {

    private static final long BYTES_PER_MEGABYTE = 1024L * 1024;

    private final Environment environment;
    private final Names names;
    private final KeyArns keys;

    Workgroups(Construct scope, String id, Environment environment, KeyArns keys) {
        super(scope, id);
        this.environment = environment;
        this.names = Names.of(environment);
        this.keys = keys;
        createForNightlyRun();
        createForAnalysts();
    }

    /** Not enforced: an enforcing workgroup refuses CTAS with a location of its own. */
    private void createForNightlyRun() {
        create(
                "pipeline",
                names.pipelineWorkgroup(),
                configuration(names.pipelineResults())
                        .enforceWorkgroupConfiguration(false)
                        .build());
    }

    private void createForAnalysts() {
        int megabytes = environment.platform().analysts().scanLimitMegabytes();
        AthenaWorkgroup workgroup =
                create(
                        "analysts",
                        names.analystsWorkgroup(),
                        configuration(names.analystsResults())
                                .enforceWorkgroupConfiguration(true)
                                .bytesScannedCutoffPerQuery(megabytes * BYTES_PER_MEGABYTE)
                                .build());
        new SavedQueriesInWorkgroup(this, "saved", environment, workgroup.getName());
    }

    private AthenaWorkgroupConfiguration.Builder configuration(String results) {
        var encryption =
                AthenaWorkgroupConfigurationResultConfigurationEncryptionConfiguration.builder()
                        .encryptionOption("SSE_KMS")
                        .kmsKeyArn(keys.masked())
                        .build();
        return AthenaWorkgroupConfiguration.builder()
                .publishCloudwatchMetricsEnabled(true)
                .resultConfiguration(
                        AthenaWorkgroupConfigurationResultConfiguration.builder()
                                .outputLocation(results)
                                .expectedBucketOwner(names.account())
                                .encryptionConfiguration(encryption)
                                .build());
    }

    /** Destroyed together with its query history, which holds no data. */
    private AthenaWorkgroup create(
            String id, String name, AthenaWorkgroupConfiguration configuration) {
        return new AthenaWorkgroup(
                this,
                id,
                AthenaWorkgroupConfig.builder()
                        .name(name)
                        .configuration(configuration)
                        .forceDestroy(true)
                        .build());
    }
}
