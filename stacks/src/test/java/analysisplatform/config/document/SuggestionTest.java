package analysisplatform.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("kind", "engine", "database", "identifier");

    @ParameterizedTest
    @CsvSource({
        "engin, engine",
        "enginee, engine",
        "Engine, engine",
        "databse, database",
        "datebase, database",
        "identifer, identifier",
        "knd, kind"
    })
    void aSlipOfTheFingerFindsItsWord(String slip, String meant) {
        assertThat(Suggestion.of(slip, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"port", "x", "kdni", "datumbase0"})
    void anotherWordFindsNothing(String word) {
        assertThat(Suggestion.of(word, KNOWN)).isEmpty();
    }

    @Test
    void theNearestOfSeveralIsTaken() {
        assertThat(Suggestion.of("tables", List.of("tablet", "tables_", "table")))
                .contains("tablet");
        assertThat(Suggestion.of("tables", List.of("tablet", "tables"))).contains("tables");
    }
}
