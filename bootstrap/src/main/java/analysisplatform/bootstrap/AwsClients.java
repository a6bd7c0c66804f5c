package analysisplatform.bootstrap;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Clients with the usual chain of credentials; {@code AWS_ENDPOINT_URL} leads to a stand-in. */
final class AwsClients implements Clients {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL";

    @Override
    public S3Client s3(String region) {
        return S3Client.builder()
                .region(Region.of(region))
                // A stand-in has one host name; on AWS each bucket has its own.
                .forcePathStyle(System.getenv(ENDPOINT) != null)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public StsClient sts(String region) {
        return StsClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
