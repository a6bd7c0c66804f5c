package analysisplatform.export;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/** Lets every role be assumed, unless told to fail. */
final class FakeSts implements StsClient {

    final List<AssumeRoleRequest> assumed = new ArrayList<>();
    RuntimeException failure;

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        if (failure != null) {
            throw failure;
        }
        assumed.add(request);
        return AssumeRoleResponse.builder()
                .credentials(
                        credentials ->
                                credentials
                                        .accessKeyId("key of " + request.roleArn())
                                        .secretAccessKey("secret")
                                        .sessionToken("token"))
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
