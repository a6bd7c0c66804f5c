package analysisplatform.bootstrap;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** Where the clients come from; tests bring their own. */
interface Clients {

    S3Client s3(String region);

    StsClient sts(String region);
}
