package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.classify.Classifier;
import analysisplatform.classify.Rule;
import analysisplatform.classify.TypeFamily;
import analysisplatform.engine.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The drift query renders the classifier's patterns: both engines must read them alike. */
class ClassifierOnTheEngineTest {

    private static final Path COLUMNS =
            Path.of(
                    System.getProperty("platform.root"),
                    "stacks/src/test/resources/classify/columns.csv");

    @Test
    void everyPatternFindsTheSameNamesInJavaAndInTrino() throws IOException {
        List<String> patterns = Classifier.rules().stream().map(Rule::pattern).toList();

        assertThat(foundByTrino(patterns, cells(0))).isEqualTo(foundByJava(patterns, cells(0)));
    }

    @Test
    void everyTypesPatternFindsTheSameTypesInJavaAndInTrino() throws IOException {
        List<String> patterns =
                List.of(TypeFamily.values()).stream().map(TypeFamily::pattern).toList();

        assertThat(foundByTrino(patterns, cells(1))).isEqualTo(foundByJava(patterns, cells(1)));
    }

    /** Which pattern finds which texts, by their numbers. */
    private static List<String> foundByTrino(List<String> patterns, List<String> texts) {
        List<String> found = new ArrayList<>();
        String values =
                texts.stream()
                        .map(text -> "(" + Sql.text(text) + ")")
                        .collect(Collectors.joining(", "));
        for (String pattern : patterns) {
            for (Row row :
                    SharedEngine.run(
                            "SELECT t.text FROM (VALUES %s) AS t (text) WHERE regexp_like(lower(t.text), %s) ORDER BY t.text"
                                    .formatted(values, Sql.text(pattern)))) {
                found.add(pattern + " in " + row.text("text"));
            }
        }
        return found.stream().sorted().toList();
    }

    private static List<String> foundByJava(List<String> patterns, List<String> texts) {
        return patterns.stream()
                .flatMap(
                        pattern ->
                                texts.stream()
                                        .filter(
                                                text ->
                                                        Pattern.compile(pattern)
                                                                .matcher(
                                                                        text.toLowerCase(
                                                                                Locale.ROOT))
                                                                .find())
                                        .map(text -> pattern + " in " + text))
                .sorted()
                .toList();
    }

    private static List<String> cells(int column) throws IOException {
        return Files.readAllLines(COLUMNS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|")[column].strip())
                .distinct()
                .toList();
    }
}
