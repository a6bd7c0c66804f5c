package analysisplatform.masking;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.engine.QueryResult;
import analysisplatform.engine.ReferencePseudonym;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action meets every nasty text, and publishes what an implementation in Java does. */
class EveryActionTest {

    private static final List<BigDecimal> EDGES =
            List.of(BigDecimal.ZERO, new BigDecimal("0.5"), new BigDecimal("3000000"));

    /** The run's time is late in the evening of 2 January in UTC, hence the 3rd in Tokyo. */
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 3);

    private static final String LATE_RUN = "r20260102230405_0a1b2c3d";

    private static final ReferenceMasks REFERENCE =
            new ReferenceMasks(TestSource.knownKey(), ZoneId.of("Asia/Tokyo"), TODAY);

    /** What Java says to a value, by published column. */
    private static final Map<String, Function<String, Object>> EXPECTED = expected();

    private static QueryResult masked;

    private static Map<String, Function<String, Object>> expected() {
        Map<String, Function<String, Object>> expected = new LinkedHashMap<>();
        ReferencePseudonym pseudonym = new ReferencePseudonym(TestSource.knownKey());
        expected.put("kept", value -> value);
        expected.put("kept_date", REFERENCE::date);
        expected.put("kept_timestamp", REFERENCE::timestamp);
        expected.put("kept_uuid", REFERENCE::uuid);
        expected.put("kept_json", REFERENCE::wholeJson);
        expected.put("nulled", value -> null);
        expected.put("pseudonym", value -> pseudonym.of("user", value).orElse(null));
        expected.put("email", value -> pseudonym.of("email", value).orElse(null));
        expected.put("prefix", value -> REFERENCE.prefix(value, 3));
        expected.put("year", REFERENCE::year);
        expected.put("month", REFERENCE::month);
        expected.put("age_band", value -> REFERENCE.ageBand(value, 10));
        expected.put("age_band_of_seven", value -> REFERENCE.ageBand(value, 7));
        expected.put("bucket", value -> REFERENCE.bucket(value, EDGES));
        expected.put("ip_network", REFERENCE::ipNetwork);
        expected.put("length", REFERENCE::length);
        expected.put("json_theme", value -> REFERENCE.json(value, "theme"));
        expected.put("json_deep", value -> REFERENCE.json(value, "a", "b c", "1"));
        expected.put("json_list", value -> REFERENCE.json(value, "0", "theme"));
        return expected;
    }

    private static TestPolicy policy() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("theme", "$.theme");
        paths.put("deep", "$.a[\"b c\"][1]");
        paths.put("list", "$[0].theme");
        return TestPolicy.numbered()
                .keep("kept", "varchar")
                .keep("kept_date", "date")
                .keep("kept_timestamp", "timestamp(3)")
                .keep("kept_uuid", "uuid")
                .keep("kept_json", "json")
                .drop("dropped", DataClass.CODE)
                .nulled("nulled", "varchar")
                .pseudonym("pseudonym", "user")
                .email("email")
                .quasi("prefix", new Action.Prefix(3))
                .quasi("year", new Action.Year())
                .quasi("month", new Action.Month())
                .quasi("age_band", new Action.AgeBand(10))
                .quasi("age_band_of_seven", new Action.AgeBand(7))
                .quasi("bucket", new Action.Bucket(EDGES))
                .quasi("ip_network", new Action.IpNetwork())
                .quasi("length", new Action.Length())
                .quasi("json", new Action.Json(paths));
    }

    @BeforeAll
    static void mask() {
        TestSource source =
                TestSource.withKnownKey()
                        .withTimeZone("Asia/Tokyo")
                        .withMinimumDomainPeople(NastyValues.all().size());
        TestPolicy policy = policy();
        String columns =
                policy.table().columns().keySet().stream()
                        .filter(name -> !name.equals("n"))
                        .map(name -> "v AS " + name)
                        .collect(joining(", "));
        source.rawOf(
                "nasty",
                "SELECT n, %s FROM (VALUES %s) AS t (n, v)"
                        .formatted(columns, String.join(", ", Literal.rows(NastyValues.all()))));
        SharedEngine.run(source.statements("nasty", policy).createMasked().render(LATE_RUN));
        masked =
                SharedEngine.run(
                        "SELECT * FROM %s.nasty__%s ORDER BY n"
                                .formatted(source.databases().masked(), LATE_RUN));
    }

    static Stream<Arguments> columns() {
        return EXPECTED.entrySet().stream()
                .map(column -> arguments(column.getKey(), column.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void publishesWhatJavaSays(String column, Function<String, Object> expected) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < NastyValues.all().size(); i++) {
            String value = NastyValues.all().get(i);
            Object should = expected.apply(value);
            Object is = masked.rows().get(i).get(column);
            if (!java.util.Objects.equals(is, should)) {
                wrong.add("%s: %s instead of %s".formatted(value, is, should));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void saysSomethingOfAtLeastOneValueUnlessItIsAlwaysNull(String column) {
        boolean isNulled = column.equals("nulled");

        assertThat(masked.values(column).stream().allMatch(value -> value == null))
                .isEqualTo(isNulled);
    }

    @Test
    void publishesTheColumnsOfThePolicyInItsOrderAndTypes() {
        assertThat(SharedEngine.columns(masked))
                .isEqualTo(
                        PublishedColumn.of(policy().table()).stream()
                                .map(column -> column.name() + " " + column.type())
                                .toList());
    }
}
