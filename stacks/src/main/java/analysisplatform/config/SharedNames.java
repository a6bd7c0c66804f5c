package analysisplatform.config;

import analysisplatform.names.AwsName;
import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what two environments would both take: {@code dev-eu} with a source {@code shop} and {@code
 * dev} with a source {@code eu-shop} have a stack in common, and in one account names too.
 */
final class SharedNames {

    private static final String CURE = "; rename one of them, its project or its source.";

    private SharedNames() {}

    /** At most one problem for each pair of environments. */
    static List<String> problems(List<Environment> environments) {
        List<String> problems = new ArrayList<>();
        for (int first = 0; first < environments.size(); first++) {
            for (int second = first + 1; second < environments.size(); second++) {
                shared(environments.get(first), environments.get(second)).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<String> shared(Environment first, Environment second) {
        String both = "environments " + first.name() + " and " + second.name() + " both ";
        return Stream.concat(sharedStacks(first, second), sharedNames(first, second))
                .findFirst()
                .map(what -> both + what + CURE);
    }

    private static Stream<String> sharedStacks(Environment first, Environment second) {
        List<String> others = sourceStacks(second).toList();
        return sourceStacks(first)
                .filter(others::contains)
                .map(stack -> "make the source stack \"" + stack + "\"");
    }

    private static Stream<String> sharedNames(Environment first, Environment second) {
        List<AwsName> others = names(second).toList();
        return names(first)
                .filter(name -> others.stream().anyMatch(name::clashesWith))
                .map(
                        name ->
                                "take the %s \"%s\" in account %s"
                                        .formatted(
                                                name.kind().label(), name.value(), name.account()));
    }

    private static Stream<String> sourceStacks(Environment environment) {
        return environment.sources().stream()
                .map(source -> environment.name() + "-" + source.name());
    }

    private static Stream<AwsName> names(Environment environment) {
        Names names = Names.of(environment);
        return Stream.concat(
                AwsName.ofEnvironment(names).stream(),
                environment.sources().stream()
                        .flatMap(source -> AwsName.ofSource(names, source).stream()));
    }
}
