package analysisplatform.bootstrap;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Whose credentials are used. */
final class Caller {

    private Caller() {}

    /**
     * @throws BootstrapRefused without valid credentials, or with those of another account
     */
    static void requireAccount(StsClient sts, Target target) {
        GetCallerIdentityResponse caller = identity(sts);
        if (!caller.account().equals(target.account())) {
            throw new BootstrapRefused(
                    "The credentials belong to account %s (%s), but the bucket belongs in account %s: use that account's credentials."
                            .formatted(caller.account(), caller.arn(), target.account()));
        }
    }

    private static GetCallerIdentityResponse identity(StsClient sts) {
        try {
            return sts.getCallerIdentity();
        } catch (SdkException e) {
            throw Refusals.ofIdentity(e);
        }
    }
}
