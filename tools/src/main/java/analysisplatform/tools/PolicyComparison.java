package analysisplatform.tools;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.OnViolation;
import analysisplatform.config.MaskingPolicy.PersonalPattern;
import analysisplatform.config.MaskingPolicy.QuasiIdentifier;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.tools.Weakening.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a source's masking policy shows that the one before did not, and what it checks less. */
final class PolicyComparison {

    private static final String UNKNOWN = "not published";
    private static final String NONE = "none";

    /** Whose raw values the proof looks for in everything that is published. */
    private static final Set<DataClass> SEARCHED =
            Set.of(DataClass.IDENTIFIER, DataClass.CODE, DataClass.FINANCIAL);

    private static final MaskingPolicy NOTHING = new MaskingPolicy("", 0, Map.of());

    private final String where;
    private final MaskingPolicy before;
    private final MaskingPolicy after;
    private final List<Weakening> weaker = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /**
     * @param where environment and source
     * @param before empty for a source that is new
     */
    PolicyComparison(String where, Optional<MaskingPolicy> before, MaskingPolicy after) {
        this.where = where;
        this.before = before.orElse(NOTHING);
        this.after = after;
        after.tables().forEach(this::table);
        minimumDomain();
        this.before.quasiIdentifiers().forEach(this::quasiIdentifier);
    }

    List<Weakening> weaker() {
        return List.copyOf(weaker);
    }

    /** Changes of what is published that nobody need accept. */
    List<String> others() {
        return List.copyOf(others);
    }

    private void table(String name, TablePolicy now) {
        Map<String, ColumnPolicy> known =
                Optional.ofNullable(before.tables().get(name))
                        .map(TablePolicy::columns)
                        .orElse(Map.of());
        now.columns()
                .forEach(
                        (column, policy) ->
                                column(
                                        where + "/" + name + "." + column,
                                        Optional.ofNullable(known.get(column)),
                                        policy));
    }

    private void column(String path, Optional<ColumnPolicy> earlier, ColumnPolicy now) {
        String was = earlier.map(policy -> ActionWords.of(policy.action())).orElse(UNKNOWN);
        String is = ActionWords.of(now.action());
        boolean atMost =
                earlier.map(policy -> Exposure.isAtMost(now.action(), policy.action()))
                        .orElse(Exposure.showsNothing(now.action()));
        if (!atMost && Exposure.showsRaw(now.action())) {
            weaker.add(new Weakening(Kind.UNMASKED, path, was, is));
        } else if (!atMost && earlier.isPresent()) {
            weaker.add(new Weakening(Kind.WEAKER, path, was, is));
        } else if (!was.equals(is)) {
            others.add(path + ": " + was + " -> " + is);
        }
        earlier.ifPresent(policy -> checks(path, policy, now));
    }

    private void checks(String path, ColumnPolicy earlier, ColumnPolicy now) {
        if (SEARCHED.contains(earlier.dataClass()) && !SEARCHED.contains(now.dataClass())) {
            guard(path + " class", word(earlier.dataClass()), word(now.dataClass()));
        }
        Set<PersonalPattern> excused = new TreeSet<>(now.mayContain().keySet());
        excused.removeAll(earlier.mayContain().keySet());
        if (!excused.isEmpty()) {
            guard(
                    path + " mayContain",
                    words(earlier.mayContain().keySet()),
                    words(now.mayContain().keySet()));
        }
    }

    private void minimumDomain() {
        boolean shows =
                after.tables().values().stream()
                        .flatMap(table -> table.columns().values().stream())
                        .anyMatch(column -> column.action() instanceof Action.Email);
        if (shows && after.minimumDomainPeople() < before.minimumDomainPeople()) {
            guard(
                    where + " minimumDomainPeople",
                    String.valueOf(before.minimumDomainPeople()),
                    String.valueOf(after.minimumDomainPeople()));
        }
    }

    private void quasiIdentifier(QuasiIdentifier earlier) {
        if (!after.tables().containsKey(earlier.table())) {
            return;
        }
        Optional<QuasiIdentifier> now =
                after.quasiIdentifiers().stream()
                        .filter(it -> it.table().equals(earlier.table()))
                        .filter(it -> new HashSet<>(it.columns()).containsAll(earlier.columns()))
                        .filter(it -> it.minimumPeople() >= earlier.minimumPeople())
                        .filter(
                                it ->
                                        it.onViolation() == OnViolation.HALT
                                                || earlier.onViolation() == OnViolation.REPORT)
                        .findFirst();
        if (now.isEmpty()) {
            String path = where + "/" + earlier.table() + " quasiIdentifiers " + earlier.columns();
            String was =
                    "at least %d people, else %s"
                            .formatted(earlier.minimumPeople(), word(earlier.onViolation()));
            guard(path, was, sameColumns(earlier));
        }
    }

    private String sameColumns(QuasiIdentifier earlier) {
        return after.quasiIdentifiers().stream()
                .filter(it -> it.table().equals(earlier.table()))
                .filter(it -> Set.copyOf(it.columns()).equals(Set.copyOf(earlier.columns())))
                .map(
                        it ->
                                "at least %d people, else %s"
                                        .formatted(it.minimumPeople(), word(it.onViolation())))
                .findFirst()
                .orElse(NONE);
    }

    private void guard(String path, String was, String is) {
        weaker.add(new Weakening(Kind.GUARD, path, was, is));
    }

    private static String words(Set<PersonalPattern> patterns) {
        return patterns.isEmpty()
                ? NONE
                : String.join(
                        ", ", patterns.stream().sorted().map(PolicyComparison::word).toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
