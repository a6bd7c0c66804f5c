package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.classify.Classifier;
import analysisplatform.classify.Suggestion;
import analysisplatform.classify.TypeFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classifier in the engine against the classifier in Java. */
class ClassifierSqlTest {

    private static final List<String> TYPES =
            List.of(
                    "varchar",
                    "varchar(20)",
                    "char(3)",
                    "bigint",
                    "integer",
                    "smallint",
                    "tinyint",
                    "decimal(20,0)",
                    "double",
                    "real",
                    "boolean",
                    "date",
                    "timestamp(3)",
                    "timestamp(3) with time zone",
                    "varbinary",
                    "array(varchar)",
                    "map(varchar, bigint)",
                    "row(a varchar)",
                    "unknown");

    private static final List<String> NASTY =
            List.of(
                    "",
                    " ",
                    "_",
                    "ID",
                    "Email",
                    "it's",
                    "a\"b",
                    "a\\b",
                    "100%",
                    "ＭＡＩＬ",
                    "ﾒｰﾙ",
                    "📧",
                    "𠮷野家",
                    "name\tkana",
                    "x".repeat(255));

    @Test
    void saysTheSameAsTheClassifierForEveryKnownNameAndType() throws IOException {
        List<String> names = Stream.concat(names().stream(), NASTY.stream()).toList();
        List<String> expected = new ArrayList<>();
        for (String name : names) {
            TYPES.forEach(type -> expected.add(entry(name, type)));
        }

        List<String> answers =
                SharedEngine.run(
                                "SELECT %s AS entry FROM (SELECT name, name_at, type_at, %s AS family FROM (VALUES %s) AS n (name_at, name) CROSS JOIN (VALUES %s) AS t (type_at, type)) AS asked ORDER BY name_at, type_at"
                                        .formatted(
                                                ClassifierSql.suggestion(
                                                        Classifier.rules(), "name", "family"),
                                                ClassifierSql.family("type"),
                                                rows(names),
                                                rows(TYPES)))
                        .rows()
                        .stream()
                        .map(row -> row.text("entry"))
                        .toList();

        assertThat(answers).hasSizeGreaterThan(5000).isEqualTo(expected);
    }

    private static String rows(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(
                        at ->
                                "(%d, %s)"
                                        .formatted(
                                                at,
                                                Sql.text(values.get(at).toLowerCase(Locale.ROOT))))
                .collect(Collectors.joining(", "));
    }

    private static String entry(String name, String type) {
        Suggestion suggestion = Classifier.suggest(name, type);
        String entry = suggestion.suggested();
        if (TypeFamily.of(type) == TypeFamily.BYTES && !suggestion.isWithheld()) {
            entry = entry.substring(0, entry.length() - 1) + ", stored: bytes}";
        }
        return entry + " # " + suggestion.why();
    }

    private static List<String> names() throws IOException {
        Path corpus =
                Path.of(
                        System.getProperty("platform.root"),
                        "stacks/src/test/resources/classify/columns.csv");
        List<String> names =
                Files.readAllLines(corpus).stream()
                        .filter(line -> !line.startsWith("#") && line.contains("|"))
                        .map(line -> line.split("\\|")[0].strip())
                        .distinct()
                        .collect(Collectors.toList());
        assertThat(names).hasSizeGreaterThan(200);
        return names;
    }
}
