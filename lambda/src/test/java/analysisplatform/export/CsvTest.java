package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Result files as Athena writes them. */
class CsvTest {

    @Test
    void readsEachRowByTheNamesOfTheHeader() {
        List<Map<String, String>> rows = Csv.rows("\"a\",\"b\"\n\"1\",\"x\"\n\"2\",\"y\"\n");

        assertThat(rows).containsExactly(Map.of("a", "1", "b", "x"), Map.of("a", "2", "b", "y"));
    }

    @Test
    void tellsNullFromAnEmptyText() {
        Map<String, String> row = Csv.rows("\"a\",\"b\",\"c\"\n,\"\",\n").get(0);

        assertThat(row).containsEntry("a", null).containsEntry("b", "").containsEntry("c", null);
    }

    @Test
    void keepsQuotesCommasAndLineBreaksInsideAValue() {
        Map<String, String> row = Csv.rows("\"a\"\r\n\"say \"\"hi\"\", you\r\nthere\"").get(0);

        assertThat(row).containsEntry("a", "say \"hi\", you\r\nthere");
    }

    @Test
    void aHeaderAloneHasNoRows() {
        assertThat(Csv.rows("\"a\"\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\"\n\"secret",
                "\"a\"\n\"1\",\"secret\"\n",
                "\"a\",\"b\"\n\"secret\"\n",
                "\"a\"\n\"1\"secret\n"
            })
    void refusesWhatIsCutOrMalformedWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> Csv.rows(text))
                .isInstanceOf(EvidenceUnreadable.class)
                .message()
                .doesNotContain("secret");
    }
}
