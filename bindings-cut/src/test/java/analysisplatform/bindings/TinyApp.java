package analysisplatform.bindings;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRole;
import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import com.hashicorp.cdktf.providers.aws.s3_bucket.S3Bucket;
import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningVersioningConfiguration;

/** A stack small enough to compare, run in a JVM of its own: {@code TinyApp <output folder>}. */
final class TinyApp {

    private TinyApp() {}

    public static void main(String[] arguments) {
        App app = new App(AppConfig.builder().outdir(arguments[0]).build());
        TerraformStack stack = new TerraformStack(app, "tiny");
        AwsProvider.Builder.create(stack, "aws").region("ap-northeast-1").build();
        S3Bucket bucket = S3Bucket.Builder.create(stack, "bucket").bucket("tiny-bucket").build();
        S3BucketVersioningA.Builder.create(stack, "versioning")
                .bucket(bucket.getId())
                .versioningConfiguration(
                        S3BucketVersioningVersioningConfiguration.builder()
                                .status("Enabled")
                                .build())
                .build();
        IamRole.Builder.create(stack, "role").name("tiny-role").assumeRolePolicy("{}").build();
        app.synth();
    }
}
