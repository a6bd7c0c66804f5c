package analysisplatform.policy;

import analysisplatform.names.Arns;
import analysisplatform.names.GitHubStack;

/** What a role does with the Terraform state of its own stack. */
final class StateAccess {

    private StateAccess() {}

    /** A plan takes no lock. Terraform looks for other workspaces before it reads. */
    static PolicyDocument read(GitHubStack stack) {
        return PolicyDocument.of(
                Statement.allow("FindState", "s3:ListBucket").on(Arns.bucket(stack.stateBucket())),
                Statement.allow("ReadState", "s3:GetObject")
                        .on(Arns.objects(stack.stateBucket(), stack.stateKey())));
    }

    static PolicyDocument write(GitHubStack stack) {
        return PolicyDocument.of(
                Statement.allow("WriteState", "s3:PutObject")
                        .on(Arns.objects(stack.stateBucket(), stack.stateKey())),
                Statement.allow("LockState", "s3:GetObject", "s3:PutObject", "s3:DeleteObject")
                        .on(Arns.objects(stack.stateBucket(), stack.stateLockKey())));
    }
}
