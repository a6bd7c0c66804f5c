package analysisplatform.cost;

import analysisplatform.docs.GeneratedPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CostPageTest {

    private final GeneratedPage page = new GeneratedPage("cost.md", CostPage.tables());

    @Test
    void tablesOfThePageAreThoseOfTheEstimates() throws IOException {
        page.assertTrue();
    }

    @Test
    void everyTableHasItsPlaceOnThePage() throws IOException {
        page.assertComplete();
    }
}
