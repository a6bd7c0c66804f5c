package analysisplatform.masking;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Action;
import analysisplatform.engine.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts of more than a megabyte, at which some of the engine's functions give up. */
class LongValuesTest {

    private static final int HUNDRED_THOUSANDS = 12;
    private static final long LENGTH = HUNDRED_THOUSANDS * 100_000L;

    private static final TestPolicy EVERYTHING =
            TestPolicy.numbered()
                    .keep("kept", "varchar")
                    .keep("kept_date", "date")
                    .keep("kept_decimal", "decimal(10,2)")
                    .keep("kept_uuid", "uuid")
                    .keep("kept_json", "json")
                    .pseudonym("pseudonym", "user")
                    .email("email")
                    .quasi("prefix", new Action.Prefix(5))
                    .quasi("year", new Action.Year())
                    .quasi("month", new Action.Month())
                    .quasi("age_band", new Action.AgeBand(10))
                    .quasi("shift", new Action.Shift(30, "person", "user", "date"))
                    .quasi("bucket", new Action.Bucket(List.of(BigDecimal.ONE)))
                    .quasi("ip_network", new Action.IpNetwork())
                    .quasi("length", new Action.Length())
                    .quasi("json", new Action.Json(Map.of("theme", "$.theme")))
                    .pseudonym("person", "user");

    @Test
    void areMaskedByEveryAction() {
        Row masked = mask("'太郎@Example.com'", "'x'");

        assertThat(masked.text("kept")).hasSize((int) LENGTH + "太郎@Example.com".length());
        assertThat(masked.number("length")).isEqualTo(LENGTH + "太郎@Example.com".length());
        assertThat(masked.text("pseudonym")).matches("v1_[0-9a-f]{16}");
        assertThat(masked.text("email")).matches("v1_[0-9a-f]{16}");
        assertThat(masked.text("prefix")).isEqualTo("太郎@Ex");
        assertThat(masked.values())
                .extractingByKeys(
                        "kept_date",
                        "kept_decimal",
                        "kept_uuid",
                        "kept_json",
                        "year",
                        "month",
                        "age_band",
                        "shift",
                        "bucket",
                        "ip_network",
                        "json_theme")
                .containsOnlyNulls();
    }

    @Test
    void ofDigitsAreMaskedByEveryAction() {
        Row masked = mask("'1'", "'9'");

        assertThat(masked.text("bucket")).isEqualTo(">=1");
        assertThat(masked.text("prefix")).isEqualTo("19999");
        assertThat(masked.number("length")).isEqualTo(LENGTH + 1);
        assertThat(masked.values())
                .extractingByKeys("kept_date", "kept_decimal", "year", "shift", "ip_network")
                .containsOnlyNulls();
    }

    private static Row mask(String beginning, String filling) {
        TestSource source = TestSource.withKnownKey();
        String text =
                "array_join(ARRAY[%s] || transform(sequence(1, %d), i -> rpad('', 100000, %s)), '')"
                        .formatted(beginning, HUNDRED_THOUSANDS, filling);
        String columns =
                EVERYTHING.table().columns().keySet().stream()
                        .filter(name -> !name.equals("n"))
                        .map(name -> "v AS " + name)
                        .collect(joining(", "));
        source.rawOf("long", "SELECT 1 AS n, %s FROM (SELECT %s AS v)".formatted(columns, text));
        return source.mask("long", EVERYTHING).single();
    }
}
