package analysisplatform.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An IAM policy, of a role or of a resource. Pure: the same input gives the same text. */
public record PolicyDocument(List<Statement> statements) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public PolicyDocument {
        statements = List.copyOf(statements);
        Set<String> sids = new HashSet<>();
        for (Statement statement : statements) {
            if (!sids.add(statement.sid())) {
                throw new IllegalArgumentException(
                        "Two statements are called " + statement.sid() + "; IAM refuses that.");
            }
        }
    }

    public static PolicyDocument of(Statement... statements) {
        return new PolicyDocument(List.of(statements));
    }

    public PolicyDocument and(PolicyDocument more) {
        List<Statement> all = new ArrayList<>(statements);
        all.addAll(more.statements);
        return new PolicyDocument(all);
    }

    /**
     * The same statements in as many documents as are needed.
     *
     * @param limit characters that no document is longer than
     */
    public List<PolicyDocument> split(int limit) {
        List<PolicyDocument> parts = new ArrayList<>();
        PolicyDocument part = new PolicyDocument(List.of());
        for (Statement statement : statements) {
            PolicyDocument longer = part.and(of(statement));
            boolean fits = longer.json().length() <= limit;
            if (!fits && !part.statements().isEmpty()) {
                parts.add(part);
            }
            part = fits ? longer : of(statement);
        }
        parts.add(part);
        return parts;
    }

    /** As AWS wants it. */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", "2012-10-17");
        document.put("Statement", statements.stream().map(PolicyDocument::tree).toList());
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Maps of strings always become JSON.", impossible);
        }
    }

    private static Map<String, Object> tree(Statement statement) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("Sid", statement.sid());
        tree.put("Effect", statement.effect().json());
        Principals principals = statement.principals();
        if (principals instanceof Principals.Everybody) {
            tree.put("Principal", "*");
        } else if (principals instanceof Principals.Service service) {
            tree.put("Principal", Map.of("Service", service.name()));
        } else if (principals instanceof Principals.Accounts accounts) {
            tree.put("Principal", Map.of("AWS", accounts.roots()));
        } else if (principals instanceof Principals.Federated federated) {
            tree.put("Principal", Map.of("Federated", federated.provider()));
        }
        tree.put("Action", statement.actions());
        if (!statement.resources().arns().isEmpty()) {
            tree.put("Resource", statement.resources().arns());
        }
        if (!statement.conditions().isEmpty()) {
            tree.put("Condition", conditions(statement.conditions()));
        }
        return tree;
    }

    private static Map<String, Map<String, List<String>>> conditions(List<Condition> conditions) {
        Map<String, Map<String, List<String>>> tree = new LinkedHashMap<>();
        for (Condition condition : conditions) {
            var previous =
                    tree.computeIfAbsent(condition.operator(), operator -> new LinkedHashMap<>())
                            .put(condition.key(), condition.values());
            if (previous != null) {
                throw new IllegalArgumentException(
                        "Two conditions "
                                + condition.operator()
                                + " on "
                                + condition.key()
                                + " in one statement: join their values.");
            }
        }
        return tree;
    }
}
