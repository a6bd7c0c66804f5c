package analysisplatform.config;

import analysisplatform.names.AwsName;
import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds names that two environments would both take in one account: {@code dev-eu} with a source
 * {@code shop} and {@code dev} with a source {@code eu-shop}, for example.
 */
final class SharedNames {

    private SharedNames() {}

    /** At most one problem for each pair of environments. */
    static List<String> problems(List<Environment> environments) {
        List<String> problems = new ArrayList<>();
        for (int first = 0; first < environments.size(); first++) {
            for (int second = first + 1; second < environments.size(); second++) {
                compare(environments.get(first), environments.get(second)).forEach(problems::add);
            }
        }
        return problems;
    }

    private static Stream<String> compare(Environment first, Environment second) {
        List<AwsName> others = names(second);
        return names(first).stream()
                .filter(name -> others.stream().anyMatch(name::clashesWith))
                .limit(1)
                .map(
                        name ->
                                "environments %s and %s both take the %s \"%s\" in account %s; rename one of them, its project or its source."
                                        .formatted(
                                                first.name(),
                                                second.name(),
                                                name.kind().label(),
                                                name.value(),
                                                name.account()));
    }

    private static List<AwsName> names(Environment environment) {
        Names names = Names.of(environment);
        return Stream.concat(
                        AwsName.ofEnvironment(names).stream(),
                        environment.sources().stream()
                                .flatMap(source -> AwsName.ofSource(names, source).stream()))
                .toList();
    }
}
