package analysisplatform.classify;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.MaskingPolicy.DataClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {

    @ParameterizedTest(name = "{0} of type {1} is {2} and {3}")
    @CsvFileSource(resources = "/classify/columns.csv", delimiter = '|')
    void guessesClassAndActionFromNameAndType(
            String column, String type, String dataClass, String action) {
        Suggestion suggestion = Classifier.suggest(column, type);

        assertThat(suggestion.suggested())
                .as(suggestion.why())
                .isEqualTo("{class: " + dataClass + ", action: " + action + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boolean | BOOLEAN",
                "bool | BOOLEAN",
                "int | NUMBER",
                "int unsigned | NUMBER",
                "tinyint(4) | NUMBER",
                "int8 | NUMBER",
                "bigserial | NUMBER",
                "decimal(20,0) | NUMBER",
                "double precision | NUMBER",
                "year | NUMBER",
                "interval | TEXT",
                "date | TIME",
                "timestamp with time zone | TIME",
                "timestamp(3) | TIME",
                "time | TIME",
                "varbinary | BYTES",
                "binary | BYTES",
                "longblob | BYTES",
                "BIT | BYTES",
                "jsonb | JSON",
                "uuid | UUID",
                "string | TEXT",
                "character varying | TEXT",
                "enum | TEXT",
                "daterange | TEXT",
                "point | TEXT"
            })
    void knowsTheTypesOfBothEnginesAndOfTheCatalogue(String type, TypeFamily family) {
        assertThat(TypeFamily.of(type)).isEqualTo(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "電", "🙂", "a b", "\n"})
    void hasAnAnswerForEveryNameAndEveryType(String column) {
        for (String type : List.of("boolean", "int", "date", "blob", "json", "uuid", "", "?")) {
            assertThat(Classifier.suggest(column, type).isWithheld()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(TypeFamily.class)
    void endsWithARuleForEveryNameOfAType(TypeFamily family) {
        assertThat(Classifier.rules())
                .anyMatch(rule -> rule.pattern().isEmpty() && rule.families().contains(family));
    }

    @Test
    void usesOnlyWhatAllEnginesReadAlike() {
        Pattern portable = Pattern.compile("(?!.*\\(\\?)[^\\\\{}&~#]*");

        assertThat(Classifier.rules())
                .allSatisfy(rule -> assertThat(rule.pattern()).matches(portable));
        assertThat(TypeFamily.values())
                .allSatisfy(family -> assertThat(family.pattern()).matches(portable));
        assertThat(Classifier.rules())
                .allSatisfy(
                        rule ->
                                assertThat(rule.pattern())
                                        .as("is searched in lower case")
                                        .isEqualTo(rule.pattern().toLowerCase(Locale.ROOT)));
    }

    @Test
    void suggestsForAClassOnlyWhatTheClassAllows() {
        Set<DataClass> gone = EnumSet.of(DataClass.CODE, DataClass.FINANCIAL);

        assertThat(Classifier.rules())
                .filteredOn(rule -> gone.contains(rule.dataClass()))
                .allSatisfy(rule -> assertThat(rule.action()).isEqualTo("action: drop"));
        assertThat(Classifier.rules())
                .filteredOn(rule -> rule.action().contains("keep"))
                .allSatisfy(
                        rule -> {
                            assertThat(rule.dataClass()).isIn(DataClass.ATTRIBUTE, DataClass.NONE);
                            assertThat(rule.action()).contains("type: ", "reason: ");
                        });
    }

    @Test
    void withholdsWhateverItSuggests() {
        Suggestion suggestion = Classifier.suggest("email", "varchar");

        assertThat(suggestion.withheld()).isEqualTo("{class: identifier, action: drop}");
        assertThat(suggestion.suggested()).isEqualTo("{class: identifier, action: email}");
        assertThat(suggestion.why()).isEqualTo("looks like an e-mail address");
    }
}
