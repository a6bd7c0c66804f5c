package analysisplatform.baseline;

import analysisplatform.docs.GeneratedPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BaselinePageTest {

    private final GeneratedPage page =
            new GeneratedPage("security-baseline.md", BaselinePage.tables());

    @Test
    void tablesOfThePageAreThoseOfTheRules() throws IOException {
        page.assertTrue();
    }

    @Test
    void everyTableHasItsPlaceOnThePage() throws IOException {
        page.assertComplete();
    }
}
