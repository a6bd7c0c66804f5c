package analysisplatform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of {@code docs} with tables that come from code, each at a place that names it. {@code
 * -Dgolden.update=true} rewrites the tables instead of comparing them.
 */
public final class GeneratedPage {

    private static final Pattern PLACE =
            Pattern.compile("(<!-- generated: (\\w+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final Path file;
    private final Map<String, String> tables;

    /** The tables in the order of the page. */
    public GeneratedPage(String name, Map<String, String> tables) {
        this.file = Path.of(System.getProperty("platform.root"), "docs", name);
        this.tables = tables;
    }

    public void assertTrue() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            write();
        } else {
            String page = Files.readString(file);
            assertThat(page)
                    .as("%s, to be rewritten with -Dgolden.update=true", file.getFileName())
                    .isEqualTo(generated(page));
        }
    }

    /** For tables that are measured and thus never the same twice. */
    public void write() throws IOException {
        Files.writeString(file, generated(Files.readString(file)));
    }

    public void assertComplete() throws IOException {
        assertThat(PLACE.matcher(Files.readString(file)).results().map(place -> place.group(2)))
                .containsExactlyElementsOf(tables.keySet());
    }

    private String generated(String page) {
        return PLACE.matcher(page)
                .replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        place.group(1)
                                                + "\n"
                                                + tables.get(place.group(2))
                                                + "\n"
                                                + place.group(3)));
    }
}
