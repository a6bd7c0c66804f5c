package analysisplatform.config;

import static analysisplatform.config.ExampleEnvironment.PLATFORM_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlSyntaxTest {

    @TempDir private Path root;

    /** A file's content, and the only sentence about it. */
    static Stream<Arguments> files() {
        return Stream.of(
                arguments("", "the file is empty."),
                arguments("# nothing yet\n", "the file is empty."),
                arguments(
                        "project: a: b\n",
                        "line 1, column 11 is not valid YAML: mapping values are not allowed here."),
                arguments(
                        "project: acme\nsources: [a\n",
                        "line 3, column 1 is not valid YAML: expected ',' or ']', but got <stream end>."),
                arguments(
                        "project: acme\n\tregion: x\n",
                        "line 2, column 1 is not valid YAML: found character '\\t(TAB)' that cannot start any token."),
                arguments(
                        "project: acme\nproject: other\n",
                        "line 2 gives the key \"project\" a second time."),
                arguments(
                        "tags:\n  owner: a\n  owner: b\n",
                        "line 3 gives the key \"owner\" a second time."),
                arguments(
                        "project: acme\n---\nproject: acme\n",
                        "line 3 begins a second document; one file holds one document."),
                arguments(
                        "project: &name acme\nregion: *name\n",
                        "line 2 uses the alias *name; aliases are not allowed, so write the value out."));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileThatIsNoProperYamlIsNamedWithItsLine(String yaml, String sentence) {
        ExampleEnvironment folder = ExampleEnvironment.in(root).file("platform.yaml", yaml);

        assertThat(folder.problems()).containsExactly(PLATFORM_FILE + sentence);
    }
}
