package analysisplatform.constructs;

import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
import java.util.concurrent.CompletableFuture;

/**
 * The kernel of jsii with the libraries in it. Node needs longer to load them than Java needs to
 * read the configuration, so both happen at the same time.
 *
 * @param loading ends with a type's name, for which the kernel has to load the provider
 */
record Kernel(CompletableFuture<String> loading) {

    /** Writes nothing. A program that ends meanwhile takes the kernel with it. */
    static Kernel startLoading() {
        return new Kernel(CompletableFuture.supplyAsync(() -> AwsProvider.TF_RESOURCE_TYPE));
    }

    /** Until this returns, no other thread may use the libraries. */
    void await() {
        loading.join();
    }
}
