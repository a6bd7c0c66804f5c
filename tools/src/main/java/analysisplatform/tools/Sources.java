package analysisplatform.tools;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import java.util.List;

/** Finds the source that a command is about. */
final class Sources {

    private Sources() {}

    /**
     * @param name or null, which is enough when there is only one
     */
    static Source choose(Environment environment, String name) {
        List<Source> sources = environment.sources();
        String known = String.join(", ", sources.stream().map(Source::name).toList());
        if (name == null) {
            if (sources.size() != 1) {
                throw ToolFailed.usage(
                        "Environment %s has several sources: give --source one of %s."
                                .formatted(environment.name(), known));
            }
            return sources.get(0);
        }
        return sources.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                ToolFailed.usage(
                                        "Environment %s has no source \"%s\"; it has %s."
                                                .formatted(environment.name(), name, known)));
    }
}
