package analysisplatform.local;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Clients of the stand-in, as the account's owner or as somebody who assumed a role. */
public final class Clients {

    private final URI endpoint;
    private final Region region;
    private final StaticCredentialsProvider credentials;

    private Clients(URI endpoint, Region region, AwsCredentials credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = StaticCredentialsProvider.create(credentials);
    }

    public static Clients of(URI endpoint, String region) {
        return new Clients(endpoint, Region.of(region), AwsBasicCredentials.create("test", "test"));
    }

    /** The same endpoint with the rights of a role. */
    public Clients assuming(String roleArn) {
        try (StsClient sts = built(StsClient.builder())) {
            Credentials assumed =
                    sts.assumeRole(r -> r.roleArn(roleArn).roleSessionName("local-run"))
                            .credentials();
            return new Clients(
                    endpoint,
                    region,
                    AwsSessionCredentials.create(
                            assumed.accessKeyId(),
                            assumed.secretAccessKey(),
                            assumed.sessionToken()));
        }
    }

    public AthenaClient athena() {
        return built(AthenaClient.builder());
    }

    public CloudWatchClient cloudWatch() {
        return built(CloudWatchClient.builder());
    }

    public DynamoDbClient dynamoDb() {
        return built(DynamoDbClient.builder());
    }

    public GlueClient glue() {
        return built(GlueClient.builder());
    }

    public RdsClient rds() {
        return built(RdsClient.builder());
    }

    public S3Client s3() {
        return built(S3Client.builder().forcePathStyle(true));
    }

    public SfnClient stepFunctions() {
        return built(SfnClient.builder());
    }

    private <C, B extends AwsClientBuilder<B, C>> C built(B builder) {
        builder.endpointOverride(endpoint).region(region).credentialsProvider(credentials);
        if (builder
                instanceof
                software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder<?, ?> sync) {
            sync.httpClientBuilder(UrlConnectionHttpClient.builder());
        }
        return builder.build();
    }
}
