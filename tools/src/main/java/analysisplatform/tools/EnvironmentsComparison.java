package analysisplatform.tools;

import analysisplatform.config.Environment;
import analysisplatform.config.Kpi;
import analysisplatform.config.Source;
import analysisplatform.tools.Weakening.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two states of all environments.
 *
 * @param weaker what protects people less, worst first
 * @param others what else changed of what is published
 */
record EnvironmentsComparison(List<Weakening> weaker, List<String> others) {

    private static final String LABEL = "weaker-masks-";
    private static final int FINGERPRINT = 8;

    EnvironmentsComparison {
        weaker =
                weaker.stream()
                        .sorted(
                                Comparator.comparing(Weakening::kind)
                                        .thenComparing(Weakening::line))
                        .toList();
        others = others.stream().sorted().toList();
    }

    static EnvironmentsComparison of(List<Environment> before, List<Environment> after) {
        Map<String, Environment> known =
                before.stream().collect(Collectors.toMap(Environment::name, Function.identity()));
        List<Weakening> weaker = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Environment environment : after) {
            Optional<Environment> earlier = Optional.ofNullable(known.get(environment.name()));
            for (Source source : environment.sources()) {
                PolicyComparison policies =
                        new PolicyComparison(
                                environment.name() + "/" + source.name(),
                                earlier.map(it -> it.policies().get(source.name())),
                                environment.policyOf(source));
                weaker.addAll(policies.weaker());
                others.addAll(policies.others());
            }
            earlier.ifPresent(it -> weaker.addAll(limits(it, environment)));
        }
        return new EnvironmentsComparison(weaker, others);
    }

    /**
     * The label with which a person accepts exactly this; any other weakening makes another one.
     */
    String label() {
        String lines = weaker.stream().map(Weakening::line).collect(Collectors.joining("\n"));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(lines.getBytes(StandardCharsets.UTF_8));
            return LABEL + HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    private static List<Weakening> limits(Environment before, Environment after) {
        List<Weakening> limits = new ArrayList<>();
        List<String> readers = new ArrayList<>(after.platform().breakGlassPrincipals());
        readers.removeAll(before.platform().breakGlassPrincipals());
        for (String reader : readers) {
            limits.add(
                    new Weakening(
                            Kind.GUARD,
                            after.name() + " breakGlassPrincipals",
                            "none",
                            reader + " may read raw data"));
        }
        Map<String, Kpi> known =
                before.kpis().stream().collect(Collectors.toMap(Kpi::id, Function.identity()));
        for (Kpi kpi : after.kpis()) {
            Optional.ofNullable(known.get(kpi.id()))
                    .filter(earlier -> !suppresses(kpi.query().group(), earlier.query().group()))
                    .ifPresent(
                            earlier ->
                                    limits.add(
                                            new Weakening(
                                                    Kind.GUARD,
                                                    after.name() + "/kpis " + kpi.id(),
                                                    words(earlier.query().group()),
                                                    words(kpi.query().group()))));
        }
        return limits;
    }

    private static boolean suppresses(Kpi.Group after, Kpi.Group before) {
        if (before instanceof Kpi.Group.AtLeast least) {
            return after instanceof Kpi.Group.AtLeast now && now.minimum() >= least.minimum();
        }
        return true;
    }

    private static String words(Kpi.Group group) {
        return group instanceof Kpi.Group.AtLeast least
                ? "groups of at least " + least.minimum() + " people"
                : "groups of any size";
    }
}
