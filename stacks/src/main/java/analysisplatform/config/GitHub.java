package analysisplatform.config;

import java.util.Optional;

/**
 * The repository whose workflows plan and deploy; {@code github} in the file.
 *
 * @param repository {@code owner/name} as GitHub spells it; empty when no workflow is let in
 * @param environment the GitHub environment that approves; the platform's environment when absent
 */
public record GitHub(String repository, Optional<String> environment, Provider provider) {

    /** No role and no identity provider. */
    public static final GitHub NONE = new GitHub("", Optional.empty(), Provider.EXISTING);

    /** An account has at most one identity provider for GitHub. */
    public enum Provider {
        /** The stacks make it in each account that they are applied to. */
        CREATE,
        /** Somebody else made it, such as another environment of the same accounts. */
        EXISTING
    }

    public boolean isWanted() {
        return !equals(NONE);
    }
}
