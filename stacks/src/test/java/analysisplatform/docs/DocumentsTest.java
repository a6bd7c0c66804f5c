package analysisplatform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.alarms.Runbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents point at exists, and every error that can arrive by mail has its entry. */
class DocumentsTest {

    private static final Path ROOT = Path.of(System.getProperty("platform.root"));
    private static final Path OPERATIONS = ROOT.resolve("docs/operations");

    private static final Pattern LINK = Pattern.compile("]\\(([^):]*?)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern SHELL = Pattern.compile("(?s)```sh\\n(.*?)```");
    private static final Pattern SCRIPT =
            Pattern.compile("(?:^|\\s)((?:[\\w-]+/)+[\\w-]+(?:\\.sh)?)\\b");
    private static final Pattern CLASS_FILE = Pattern.compile("`(\\w+\\.java)`");

    static List<Path> documents() {
        List<Path> documents = new ArrayList<>(below(ROOT.resolve("docs")));
        documents.removeIf(file -> !file.toString().endsWith(".md"));
        documents.add(ROOT.resolve("README.md"));
        documents.add(ROOT.resolve("local/README.md"));
        documents.add(ROOT.resolve("local/aws/README.md"));
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        for (MatchResult link : all(LINK, Files.readString(document))) {
            Path target =
                    link.group(1).isEmpty()
                            ? document
                            : document.resolveSibling(link.group(1)).normalize();

            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).as(link.group()).contains(link.group(2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyScriptOfACommandExists(Path document) throws IOException {
        for (MatchResult block : all(SHELL, Files.readString(document))) {
            for (String line : block.group(1).split("\n")) {
                if (line.matches("(AWS_PROFILE=\\w+ )?(sh )?(local|bootstrap|main|another).*")) {
                    String script = all(SCRIPT, line).get(0).group(1);

                    assertThat(ROOT.resolve(script)).isRegularFile();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyNamedClassExists(Path document) throws IOException {
        Set<String> sources =
                Stream.of("stacks/src/main", "lambda/src/main")
                        .flatMap(folder -> below(ROOT.resolve(folder)).stream())
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toSet());

        assertThat(sources)
                .containsAll(
                        all(CLASS_FILE, Files.readString(document)).stream()
                                .map(match -> match.group(1))
                                .toList());
    }

    @Test
    void everyExceptionOfTheFunctionHasAnEntry() throws IOException {
        Path folder = ROOT.resolve("lambda/src/main/java/analysisplatform/export");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> exceptions =
                    files.filter(DocumentsTest::isException)
                            .map(file -> file.getFileName().toString().replace(".java", ""))
                            .toList();

            assertThat(exceptions).hasSizeGreaterThan(5);
            assertThat(headingsOfOperations()).containsAll(exceptions);
        }
    }

    @Test
    void everyErrorThatTheStateMachineFindsHasAnEntry() throws IOException {
        Pattern named = Pattern.compile("(?:(?:fail|found)\\(\\s*\\w+,|\"Error\",)\\s*\"(\\w+)\"");
        Path folder = ROOT.resolve("stacks/src/main/java/analysisplatform/workflow");
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> errors =
                    files.flatMap(file -> all(named, read(file)).stream())
                            .map(match -> match.group(1))
                            .collect(Collectors.toSet());

            assertThat(errors).contains("RawDataChanged", "CrawlFailed", "ProofViolated");
            errors.remove("Unknown");
            assertThat(headingsOfOperations()).containsAll(errors);
        }
    }

    @Test
    void everyAlarmHasARunbookAndEveryRunbookAnAlarm() {
        assertThat(pages().stream().filter(DocumentsTest::saysWhatStillStands))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Runbook.values()).map(Runbook::page).toList());
    }

    @ParameterizedTest
    @EnumSource(Runbook.class)
    void runbookSaysWhatToLookAtAndWhenItIsOver(Runbook runbook) {
        String text = read(OPERATIONS.resolve(runbook.page() + ".md"));

        assertThat(text)
                .startsWith("# " + runbook.page() + "\n")
                .contains("**What still stands.**", "**Over when**")
                .containsAnyOf("```sh", "](README.md#where-to-look)", "page in the console");
    }

    @Test
    void indexNamesEveryPageOfOperations() {
        String index = read(OPERATIONS.resolve("README.md"));

        assertThat(pages())
                .hasSizeGreaterThan(15)
                .allMatch(page -> index.contains("](" + page + ".md)"));
    }

    /** Names of the pages but for the index. */
    private static List<String> pages() {
        return below(OPERATIONS).stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(".md") && !file.equals("README.md"))
                .map(file -> file.replace(".md", ""))
                .toList();
    }

    /** What tells a runbook of an alarm from a task's. */
    private static boolean saysWhatStillStands(String page) {
        return read(OPERATIONS.resolve(page + ".md")).contains("**What still stands.**");
    }

    private static List<String> headingsOfOperations() {
        return pages().stream()
                .flatMap(page -> headings(OPERATIONS.resolve(page + ".md")).stream())
                .toList();
    }

    private static boolean isException(Path file) {
        return read(file).matches("(?s).*final class \\w+ extends (Final|Retryable)Exception.*");
    }

    private static List<String> headings(Path document) {
        return all(HEADING, read(document)).stream().map(match -> match.group(1)).toList();
    }

    /** As GitHub makes them. */
    private static List<String> anchors(Path document) {
        return headings(document).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("(?U)[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
