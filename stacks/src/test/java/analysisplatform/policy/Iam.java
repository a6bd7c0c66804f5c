package analysisplatform.policy;

import analysisplatform.constructs.TestJson;
import analysisplatform.policy.StatementMatch.Named;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small IAM: policies of identities with their boundaries, and of buckets, keys, topics, queues
 * and trust, decided in the order of the IAM user guide.
 *
 * <ol>
 *   <li>A Deny in any of them decides.
 *   <li>Between accounts both sides must allow.
 *   <li>Keys and roles always need their own policy: one that names the account lets the account's
 *       policies decide, one that names whoever asks is enough.
 *   <li>Other resources need one of the two sides; naming the account alone gives nothing.
 *   <li>A boundary gives nothing and takes what it does not allow.
 * </ol>
 *
 * <p>Session policies and those of an organisation are not here: the platform has none. Whoever is
 * unknown is taken for the administrator of their account.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">evaluation
 *     logic</a>
 */
final class Iam {

    /** An administrator's identity policy. */
    private static final JsonNode EVERYTHING =
            TestJson.parse(
                    """
                    {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
                    """);

    private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
    private static final String BUCKET = "arn:aws:s3:::";

    private final Map<String, List<JsonNode>> identities = new HashMap<>();
    private final Map<String, JsonNode> boundaries = new HashMap<>();
    private final Map<String, JsonNode> resources = new HashMap<>();
    private final Map<String, String> bucketOwners = new HashMap<>();

    Iam addIdentity(String arn, List<JsonNode> policies) {
        policies.forEach(Iam::check);
        identities.computeIfAbsent(arn, key -> new ArrayList<>()).addAll(policies);
        return this;
    }

    Iam addBoundary(String arn, JsonNode policy) {
        check(policy);
        boundaries.put(arn, policy);
        return this;
    }

    /** The policy of a key, topic or queue; of a role, that of its trust. */
    Iam addResource(String arn, JsonNode policy) {
        check(policy);
        resources.put(arn, policy);
        return this;
    }

    Iam addBucket(String name, String account, JsonNode policy) {
        bucketOwners.put(name, account);
        return addResource(BUCKET + name, policy);
    }

    boolean allows(Request request) {
        List<JsonNode> own = identities.getOrDefault(request.principal(), List.of(EVERYTHING));
        List<JsonNode> attached = attached(request);
        if (any("Deny", own, request)
                || any("Deny", attached, request)
                || any("Deny", boundary(request), request)) {
            return false;
        }
        Named named = named(attached, request);
        if (request.isService() || request.isFederated()) {
            return named == Named.IN_PERSON;
        }
        boolean ownAllows = any("Allow", own, request) && isWithinBoundary(request);
        boolean inPerson = named == Named.IN_PERSON && isWithinBoundary(request);
        if (!request.account().equals(owner(request))) {
            return ownAllows && named != Named.NO;
        }
        return needsOwnPolicy(request)
                ? inPerson || (named == Named.BY_ACCOUNT && ownAllows)
                : inPerson || ownAllows;
    }

    /** Also without a policy of its own, this is the most that the principal may. */
    boolean isWithinBoundary(Request request) {
        List<JsonNode> boundary = boundary(request);
        return boundary.isEmpty()
                || (any("Allow", boundary, request) && !any("Deny", boundary, request));
    }

    String key(String description) {
        return resources.keySet().stream()
                .filter(arn -> arn.startsWith("arn:aws:kms:") && arn.contains(description))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> boundary(Request request) {
        JsonNode boundary = boundaries.get(request.principal());
        return boundary == null ? List.of() : List.of(boundary);
    }

    /** The policy of what is asked for; a role's trust is about becoming it and nothing else. */
    private List<JsonNode> attached(Request request) {
        String resource = request.resource();
        if (resource.contains(":role/") && !request.action().startsWith("sts:")) {
            return List.of();
        }
        String arn = resource.startsWith(BUCKET) ? BUCKET + bucket(resource) : resource;
        return resources.containsKey(arn) ? List.of(resources.get(arn)) : List.of();
    }

    private static boolean needsOwnPolicy(Request request) {
        return request.resource().startsWith("arn:aws:kms:") && request.resource().contains(":key/")
                || request.action().startsWith("sts:AssumeRole");
    }

    /** Of a bucket that no stack makes, its name tells: that is how the platform names them. */
    private String owner(Request request) {
        String resource = request.resource();
        if (resource.startsWith(BUCKET)) {
            String bucket = bucket(resource);
            Matcher inName = ACCOUNT.matcher(bucket);
            return bucketOwners.getOrDefault(bucket, inName.find() ? inName.group() : "");
        }
        return resource.startsWith("arn:") ? resource.split(":", 6)[4] : request.account();
    }

    private static String bucket(String resource) {
        return resource.substring(BUCKET.length()).split("/", 2)[0];
    }

    private static Named named(List<JsonNode> policies, Request request) {
        Named best = Named.NO;
        for (JsonNode policy : policies) {
            for (JsonNode statement : policy.at("/Statement")) {
                if (speaks("Allow", statement, request)) {
                    Named named = StatementMatch.named(statement, request);
                    best = named.compareTo(best) > 0 ? named : best;
                }
            }
        }
        return best;
    }

    private static boolean any(String effect, List<JsonNode> policies, Request request) {
        for (JsonNode policy : policies) {
            for (JsonNode statement : policy.at("/Statement")) {
                if (speaks(effect, statement, request)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean speaks(String effect, JsonNode statement, Request request) {
        return statement.at("/Effect").asText().equals(effect)
                && StatementMatch.matches(statement, request);
    }

    private static void check(JsonNode policy) {
        policy.at("/Statement").forEach(StatementMatch::check);
    }
}
