package analysisplatform.export;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * The clients of AWS, each made when it is first needed: a cold start pays only for what it uses.
 */
final class Aws {

    /** Seconds; the shortest that STS allows, and longer than the function may run. */
    private static final int SESSION_SECONDS = 900;

    private static final int MAX_SESSION_NAME = 64;

    private final Supplier<StsClient> newSts;
    private final Supplier<S3Client> newS3;
    private final BiFunction<Region, AwsCredentialsProvider, RdsClient> newRds;
    private StsClient sts;
    private S3Client s3;

    Aws(
            Supplier<StsClient> newSts,
            Supplier<S3Client> newS3,
            BiFunction<Region, AwsCredentialsProvider, RdsClient> newRds) {
        this.newSts = newSts;
        this.newS3 = newS3;
        this.newRds = newRds;
    }

    static Aws live() {
        SdkHttpClient http = Connections.httpClient();
        return new Aws(
                () -> configured(StsClient.builder(), http).build(),
                () -> configured(S3Client.builder(), http).build(),
                (region, credentials) ->
                        configured(RdsClient.builder(), http)
                                .region(region)
                                .credentialsProvider(credentials)
                                .build());
    }

    S3Client s3() {
        if (s3 == null) {
            s3 = newS3.get();
        }
        return s3;
    }

    /** RDS of the source's account; to be closed by the caller. */
    RdsClient rds(Source source, CallerRole caller) {
        if (sts == null) {
            sts = newSts.get();
        }
        String session = "export-" + source.name();
        AssumeRoleRequest request =
                AssumeRoleRequest.builder()
                        .roleArn(caller.arn())
                        .externalId(caller.externalId())
                        .roleSessionName(
                                session.substring(0, Math.min(session.length(), MAX_SESSION_NAME)))
                        .durationSeconds(SESSION_SECONDS)
                        .build();
        Credentials credentials =
                AwsCall.attempt(
                        "assume role " + caller.arn(), () -> sts.assumeRole(request).credentials());
        return newRds.apply(
                Region.of(source.region()),
                StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(
                                credentials.accessKeyId(),
                                credentials.secretAccessKey(),
                                credentials.sessionToken())));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
            B builder, SdkHttpClient http) {
        return builder.httpClient(http)
                .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD));
    }
}
