package analysisplatform.tools.workflows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The scripts that workflows run: there, executable, correct by Bash's own parser, and in use. */
final class Scripts {

    private static final Pattern NAME = Pattern.compile("\\.github/scripts/([\\w.-]+)");

    private Scripts() {}

    static List<String> problems(WorkflowFolder folder) {
        List<String> problems = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (WorkflowFolder.Step step : folder.steps()) {
            NAME.matcher(step.run())
                    .results()
                    .map(it -> it.group(1))
                    .peek(used::add)
                    .filter(
                            it ->
                                    !Files.isRegularFile(
                                            folder.root().resolve("scripts").resolve(it)))
                    .forEach(
                            it ->
                                    problems.add(
                                            step.place() + " runs " + it + ", which is not there"));
        }
        for (Path script : folder.scripts()) {
            String name = script.getFileName().toString();
            if (!used.contains(name)) {
                problems.add("scripts/" + name + " is run by no workflow");
            }
            if (!Files.isExecutable(script)) {
                problems.add("scripts/" + name + " is not executable");
            }
            if (!WorkflowFolder.text(script).contains("\nset -euo pipefail\n")) {
                problems.add("scripts/" + name + " goes on after a failure: set -euo pipefail");
            }
            if (!isParsed(script)) {
                problems.add("scripts/" + name + " is no correct Bash");
            }
        }
        return problems;
    }

    private static boolean isParsed(Path script) {
        try {
            return new ProcessBuilder("bash", "-n", script.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
