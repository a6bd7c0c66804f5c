package analysisplatform.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a policy. Read it as a sentence: {@code allow("ReadManifests",
 * "s3:GetObject").on(manifests).when(...)}.
 *
 * @param principals {@link Principals.Implied} in policies of roles
 */
public record Statement(
        String sid,
        Effect effect,
        Principals principals,
        List<String> actions,
        Resources resources,
        List<Condition> conditions) {

    /** What a matching statement decides. */
    public enum Effect {
        ALLOW("Allow"),
        DENY("Deny");

        private final String json;

        Effect(String json) {
            this.json = json;
        }

        String json() {
            return json;
        }
    }

    public Statement {
        actions = List.copyOf(actions);
        conditions = List.copyOf(conditions);
        if (resources.reason() != null) {
            refuseUnlisted(sid, actions, resources.reason());
        }
    }

    public static Statement allow(String sid, String... actions) {
        return of(sid, Effect.ALLOW, List.of(actions));
    }

    public static Statement allow(String sid, List<String> actions) {
        return of(sid, Effect.ALLOW, actions);
    }

    /** All that a reason lists, on everything. */
    public static Statement allowEverywhere(String sid, WildcardReason reason) {
        return allow(sid, reason.actions()).onEvery(reason, "*");
    }

    public static Statement deny(String sid, String... actions) {
        return deny(sid, List.of(actions));
    }

    public static Statement deny(String sid, List<String> actions) {
        return of(sid, Effect.DENY, actions);
    }

    public Statement by(Principals who) {
        return new Statement(sid, effect, who, actions, resources, conditions);
    }

    public Statement on(String... arns) {
        return on(List.of(arns));
    }

    public Statement on(List<String> arns) {
        return with(new Resources(arns, null));
    }

    public Statement onEvery(WildcardReason reason, String... arns) {
        return with(new Resources(List.of(arns), reason));
    }

    public Statement when(Condition condition) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new Statement(sid, effect, principals, actions, resources, more);
    }

    private Statement with(Resources what) {
        return new Statement(sid, effect, principals, actions, what, conditions);
    }

    private static Statement of(String sid, Effect effect, List<String> actions) {
        return new Statement(
                sid, effect, new Principals.Implied(), actions, Resources.NONE, List.of());
    }

    private static void refuseUnlisted(String sid, List<String> actions, WildcardReason reason) {
        actions.stream()
                .filter(action -> !reason.covers(action))
                .findFirst()
                .ifPresent(
                        action -> {
                            throw new IllegalArgumentException(
                                    "Statement "
                                            + sid
                                            + " uses "
                                            + action
                                            + " on all resources, which "
                                            + reason
                                            + " does not list.");
                        });
    }
}
