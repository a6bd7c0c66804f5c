package analysisplatform.policy;

import analysisplatform.names.Arns;
import java.util.List;

/**
 * Whom a resource's policy speaks of.
 *
 * <p>There is no way to name a role or user here: such a principal must exist beforehand, and is
 * stored as its unique id, so re-creating it silently breaks the policy. Name its account and add
 * {@link Condition#principalIsOneOf}.
 */
public sealed interface Principals {

    /** In policies of roles: the role itself. */
    record Implied() implements Principals {}

    /** In a Deny, or with a condition that names the callers. */
    record Everybody() implements Principals {}

    /** Whole accounts, by the ARNs of their roots; each decides by its own policies too. */
    record Accounts(List<String> roots) implements Principals {
        public Accounts {
            roots = List.copyOf(roots);
        }
    }

    /** An AWS service that acts for us. */
    record Service(String name) implements Principals {}

    /** Whoever an identity provider vouches for, with conditions that say whom. */
    record Federated(String provider) implements Principals {}

    static Principals account(String account) {
        return new Accounts(List.of(Arns.accountRoot(account)));
    }

    static Principals service(String name) {
        return new Service(name);
    }

    /**
     * @param provider ARN of an identity provider
     */
    static Principals federated(String provider) {
        return new Federated(provider);
    }

    static Principals everybody() {
        return new Everybody();
    }
}
