package analysisplatform.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code -Dgolden.update=true} rewrites the tables instead of comparing them. */
class CostPageTest {

    private static final Path PAGE =
            Path.of(System.getProperty("platform.root"), "docs", "cost.md");
    private static final Pattern PLACE =
            Pattern.compile("(<!-- generated: (\\w+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    @Test
    void tablesOfThePageAreThoseOfTheEstimates() throws IOException {
        String page = Files.readString(PAGE);

        String generated = generated(page, CostPage.tables());

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, generated);
        } else {
            assertThat(page)
                    .as("docs/cost.md, to be rewritten with -Dgolden.update=true")
                    .isEqualTo(generated);
        }
    }

    @Test
    void everyTableHasItsPlaceOnThePage() throws IOException {
        assertThat(PLACE.matcher(Files.readString(PAGE)).results().map(place -> place.group(2)))
                .containsExactlyElementsOf(CostPage.tables().keySet());
    }

    private static String generated(String page, Map<String, String> tables) {
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
