package analysisplatform.kpi;

import analysisplatform.config.Kpi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns the answer of a KPI's query has. */
final class AnswerContract {

    static final String VALUE = "value";
    static final String PEOPLE = "people";
    static final String DIMENSION = "dimension";
    static final String DAY = "day";

    private static final Map<String, Kind> KINDS =
            Map.of(
                    VALUE, Kind.NUMBER,
                    PEOPLE, Kind.NUMBER,
                    DIMENSION, Kind.TEXT,
                    DAY, Kind.DATE);

    private AnswerContract() {}

    static void check(Kpi.Query query, Scope answer, Findings findings) {
        Map<String, String> wanted = wanted(query);
        List<String> given = answer.fields().stream().map(Scope.Field::name).toList();
        for (Map.Entry<String, String> column : wanted.entrySet()) {
            if (!given.contains(column.getKey()) && !answer.isOpen()) {
                findings.add(
                        "answers no column %s; %s.".formatted(column.getKey(), column.getValue()));
            }
        }
        Set<String> known = wanted.keySet();
        for (Scope.Field field : answer.fields()) {
            if (field.name().isEmpty()) {
                findings.add(
                        "answers a column without a name; give each a name with AS: %s."
                                .formatted(String.join(", ", known)));
            } else if (!known.contains(field.name())) {
                findings.add(surplus(field.name(), known));
            } else {
                kind(field, findings);
            }
        }
        given.stream()
                .filter(
                        name ->
                                known.contains(name)
                                        && given.indexOf(name) != given.lastIndexOf(name))
                .distinct()
                .forEach(name -> findings.add("answers the column %s twice.".formatted(name)));
    }

    private static Map<String, String> wanted(Kpi.Query query) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put(VALUE, "it is the number of the KPI");
        if (query.group() instanceof Kpi.Group.AtLeast) {
            wanted.put(
                    PEOPLE,
                    "it counts the people or rows behind the value, so that small groups can be suppressed; leave it out only with aggregate: safe and a reason");
        }
        if (query.dimension().isPresent()) {
            wanted.put(DIMENSION, "it names the group, because the KPI has the key dimension");
        }
        if (query.hasDays()) {
            wanted.put(DAY, "it is the value's day, because the KPI has the key days");
        }
        return wanted;
    }

    private static String surplus(String name, Set<String> known) {
        String cure =
                switch (name) {
                    case DIMENSION -> "add the key dimension";
                    case DAY -> "add the key days";
                    case PEOPLE -> "remove aggregate: safe";
                    default -> "remove it";
                };
        return "answers a column %s, but its columns are %s; %s."
                .formatted(name, String.join(", ", known), cure);
    }

    private static void kind(Scope.Field field, Findings findings) {
        Kind wanted = KINDS.get(field.name());
        if (field.kind() != wanted && field.kind() != Kind.UNKNOWN) {
            findings.add(
                    "answers the column %s as a %s, but it must be a %s; cast it."
                            .formatted(field.name(), field.kind().word(), wanted.word()));
        }
    }
}
