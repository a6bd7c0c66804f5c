package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final JsonMapper JACKSON = new JsonMapper();
    private static final ObjectReader STRICT =
            JACKSON.readerFor(Object.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { \"a\" : [ 1 , -2 , 0.5 , -0 , 1e3 , 1E-2 , 1.5e+2 ] } ",
                "[true,false,null,[],{},\"\"]",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"",
                "{\"a\":1,\"a\":2}",
                "\"\u00e9\u3042\"",
                "999999999",
                "1234567890",
                "-12345678901234567",
                "123456789012345678",
                "\t\r\n1"
            })
    void readsWhatJacksonReads(String json) throws JsonProcessingException {
        Object expected = JACKSON.readValue(json, Object.class);

        Object value = Json.parse(json).orElseThrow();

        assertThat(JACKSON.valueToTree(value).toString())
                .isEqualTo(JACKSON.valueToTree(expected).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "1 2",
                "01",
                "- 1",
                "+1",
                ".5",
                "1.",
                "1e",
                "-",
                "NaN",
                "tru",
                "nul",
                "\"",
                "\"\\",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12",
                "\"line\nbreak\"",
                "[1]\0",
                "\0",
                "<xml/>"
            })
    void refusesWhatIsNoJson(String json) {
        assertThat(Json.parse(json)).isEmpty();
    }

    @Test
    void takesNullAsNothing() {
        assertThat(Json.parse("null")).isEmpty();
        assertThat(Json.parse("[null]")).contains(Arrays.asList((Object) null));
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        assertThat(Json.parse("[".repeat(100_000))).isEmpty();
        assertThat(Json.parse("[".repeat(50) + "]".repeat(50))).isPresent();
    }

    @Test
    void writesFieldsInOrderAndEscapesWhatMustBeEscaped() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("z", List.of(1, 2L, 0.5, true));
        value.put("a\"b", "\\ \n \u0001 \u3042 \uD83D\uDE00");
        value.put("none", null);
        value.put("empty", Map.of());

        assertThat(Json.write(value))
                .isEqualTo(
                        "{\"z\":[1,2,0.5,true],\"a\\\"b\":\"\\\\ \\n \\u0001 \u3042"
                                + " \\ud83d\\ude00\",\"none\":null,\"empty\":{}}");
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void jacksonReadsWhatIsWritten(@ForAll("values") Object value) throws JsonProcessingException {
        assertThat(JACKSON.readValue(Json.write(List.of(value)), Object.class))
                .isEqualTo(List.of(value));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void readsBackWhatIsWritten(@ForAll("values") Object value) {
        assertThat(Json.parse(Json.write(value))).contains(value);
    }

    @Property(tries = 3000)
    void agreesWithJacksonOnEveryText(@ForAll("nearlyJson") String text) {
        boolean jackson;
        try {
            jackson = STRICT.readTree(text).isContainerNode();
        } catch (JsonProcessingException e) {
            jackson = false;
        }

        assertThat(Json.parse(text).filter(v -> v instanceof Map || v instanceof List).isPresent())
                .isEqualTo(jackson);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaves =
                Arbitraries.oneOf(
                        Arbitraries.strings().asGeneric(),
                        Arbitraries.integers().between(-99_999_999, 999_999_999).asGeneric(),
                        Arbitraries.doubles().asGeneric(),
                        Arbitraries.of(true, false).asGeneric());
        return Arbitraries.recursive(
                () -> leaves,
                inner ->
                        Arbitraries.oneOf(
                                inner.list().ofMaxSize(3).asGeneric(),
                                Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), inner)
                                        .ofMaxSize(3)
                                        .asGeneric()),
                0,
                3);
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.of(
                        "{", "}", "[", "]", "\"a\"", ":", ",", "1", "-", ".", "e", " ", "true",
                        "null", "0")
                .list()
                .ofMaxSize(7)
                .map(parts -> String.join("", parts));
    }
}
