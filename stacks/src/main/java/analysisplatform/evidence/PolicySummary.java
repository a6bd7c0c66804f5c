package analysisplatform.evidence;

import analysisplatform.config.Action;
import analysisplatform.config.Environment;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.PolicyFingerprint;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.json.Json;
import analysisplatform.words.MaskWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What does not change from night to night: the policy in plain words, who reads, and the law. The
 * report of each night repeats it whole.
 */
public final class PolicySummary {

    private final Environment environment;
    private final Source source;
    private final MaskingPolicy policy;

    private PolicySummary(Environment environment, Source source) {
        this.environment = environment;
        this.source = source;
        this.policy = environment.policyOf(source);
    }

    /** The summary as JSON, without any value of a database. */
    public static String json(Environment environment, Source source) {
        return Json.text(new PolicySummary(environment, source).tree());
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("source", source.name());
        tree.put("database", source.database());
        tree.put("environment", environment.name());
        tree.put("timeZone", environment.platform().timeZone().getId());
        tree.put("policyVersion", PolicyFingerprint.of(environment, source));
        tree.put("keyVersion", "v" + environment.platform().pseudonymKeyVersion());
        tree.put("minimumDomainPeople", policy.minimumDomainPeople());
        tree.put("tables", source.sourceTables().stream().map(this::table).toList());
        tree.put("readers", Readers.of(environment));
        tree.put("law", LawMapping.of(columns()));
        return tree;
    }

    private Map<String, Object> table(SourceTable table) {
        List<Map<String, Object>> columns = new ArrayList<>();
        rules(table).columns().forEach((name, column) -> columns.add(column(name, column)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("table", table.configured());
        json.put("published", table.publishedName());
        json.put("columns", columns);
        return json;
    }

    private Map<String, Object> column(String name, ColumnPolicy column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("column", name);
        json.put("class", column.dataClass().name().toLowerCase(Locale.ROOT));
        json.put("className", MaskWords.of(column.dataClass()).json());
        json.put("action", column.action().keyword());
        json.put("meaning", MaskWords.of(policy).of(column.action()).whole().json());
        json.put("reason", reason(column));
        LawMapping.itemOf(column.dataClass()).ifPresent(item -> json.put("rule31Item", item));
        return json;
    }

    /** Why the value may stay, and why what looks personal in it is not. */
    private static String reason(ColumnPolicy column) {
        StringJoiner reasons = new StringJoiner("; ");
        if (column.action() instanceof Action.Keep keep) {
            reasons.add(keep.reason());
        }
        column.mayContain()
                .forEach(
                        (pattern, why) ->
                                reasons.add(
                                        "may contain %s: %s"
                                                .formatted(
                                                        pattern.name().toLowerCase(Locale.ROOT),
                                                        why)));
        return reasons.toString();
    }

    private List<ColumnPolicy> columns() {
        return source.sourceTables().stream()
                .flatMap(table -> rules(table).columns().values().stream())
                .toList();
    }

    private TablePolicy rules(SourceTable table) {
        return policy.tables().get(table.configured());
    }
}
