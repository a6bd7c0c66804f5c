package analysisplatform.config;

import static analysisplatform.config.RawType.BOOLEAN;
import static analysisplatform.config.RawType.BYTES;
import static analysisplatform.config.RawType.DATE;
import static analysisplatform.config.RawType.DECIMAL;
import static analysisplatform.config.RawType.FLOATING;
import static analysisplatform.config.RawType.INTEGER;
import static analysisplatform.config.RawType.STRUCTURED;
import static analysisplatform.config.RawType.TEXT;
import static analysisplatform.config.RawType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.PersonalPattern;
import analysisplatform.config.MaskingPolicy.Stored;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a masking file says of an action, and what the action says of itself. */
class ActionTest {

    private static final Set<RawType> EVERYTHING = EnumSet.allOf(RawType.class);
    private static final Set<RawType> SCALAR = EnumSet.complementOf(EnumSet.of(BYTES, STRUCTURED));
    private static final Set<RawType> DAYS = Set.of(TEXT, DATE, TIMESTAMP);

    @TempDir private Path root;

    /** As written, the action, its published columns, the NULLs they have, the types it takes. */
    static Stream<Arguments> actions() {
        return Stream.of(
                arguments(
                        "keep, type: varchar, reason: ok",
                        new Action.Keep("varchar", "ok"),
                        List.of("tel varchar"),
                        Action.Nulls.EQUAL,
                        SCALAR),
                arguments(
                        "keep, type: \"decimal(10,2)\", reason: ok",
                        new Action.Keep("decimal(10,2)", "ok"),
                        List.of("tel decimal(10,2)"),
                        Action.Nulls.TOLERATED,
                        Set.of(TEXT, INTEGER, DECIMAL, FLOATING, BOOLEAN)),
                arguments(
                        "keep, type: timestamp(3), reason: ok",
                        new Action.Keep("timestamp(3)", "ok"),
                        List.of("tel timestamp(3)"),
                        Action.Nulls.TOLERATED,
                        DAYS),
                arguments(
                        "keep, type: uuid, reason: ok",
                        new Action.Keep("uuid", "ok"),
                        List.of("tel varchar"),
                        Action.Nulls.TOLERATED,
                        Set.of(TEXT)),
                arguments(
                        "keep, type: json, reason: ok",
                        new Action.Keep("json", "ok"),
                        List.of("tel varchar"),
                        Action.Nulls.TOLERATED,
                        Set.of(TEXT)),
                arguments("drop", new Action.Drop(), List.of(), Action.Nulls.FREE, EVERYTHING),
                arguments(
                        "\"null\", type: double",
                        new Action.Null("double"),
                        List.of("tel double"),
                        Action.Nulls.ALL,
                        EVERYTHING),
                arguments(
                        "pseudonym, namespace: phone",
                        new Action.Pseudonym("phone"),
                        List.of("tel varchar"),
                        Action.Nulls.EQUAL_OR_BLANK,
                        SCALAR),
                arguments(
                        "email",
                        new Action.Email(),
                        List.of("tel varchar"),
                        Action.Nulls.EQUAL_OR_BLANK,
                        Set.of(TEXT)),
                arguments(
                        "prefix, length: 3",
                        new Action.Prefix(3),
                        List.of("tel varchar"),
                        Action.Nulls.FREE,
                        Set.of(TEXT, INTEGER)),
                arguments(
                        "year",
                        new Action.Year(),
                        List.of("tel date"),
                        Action.Nulls.TOLERATED,
                        DAYS),
                arguments(
                        "month",
                        new Action.Month(),
                        List.of("tel date"),
                        Action.Nulls.TOLERATED,
                        DAYS),
                arguments(
                        "age_band",
                        new Action.AgeBand(10),
                        List.of("tel varchar"),
                        Action.Nulls.TOLERATED,
                        DAYS),
                arguments(
                        "shift, days: 30, person: id, namespace: user",
                        new Action.Shift(30, "id", "user", "date"),
                        List.of("tel date"),
                        Action.Nulls.TOLERATED,
                        DAYS),
                arguments(
                        "shift, days: 30, person: id, namespace: user, type: timestamp(3)",
                        new Action.Shift(30, "id", "user", "timestamp(3)"),
                        List.of("tel timestamp(3)"),
                        Action.Nulls.TOLERATED,
                        DAYS),
                arguments(
                        "bucket, edges: [0, 2.5]",
                        new Action.Bucket(List.of(BigDecimal.ZERO, new BigDecimal("2.5"))),
                        List.of("tel varchar"),
                        Action.Nulls.TOLERATED,
                        Set.of(TEXT, INTEGER, DECIMAL, FLOATING)),
                arguments(
                        "ip_network",
                        new Action.IpNetwork(),
                        List.of("tel varchar"),
                        Action.Nulls.FREE,
                        Set.of(TEXT)),
                arguments(
                        "length",
                        new Action.Length(),
                        List.of("tel bigint"),
                        Action.Nulls.EQUAL,
                        Set.of(TEXT)),
                arguments(
                        "json, paths: {theme: $.theme, size: '$[\"font size\"]'}",
                        new Action.Json(Map.of("theme", "$.theme", "size", "$[\"font size\"]")),
                        List.of("tel_theme varchar", "tel_size varchar"),
                        Action.Nulls.FREE,
                        Set.of(TEXT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    void saysWhatItPublishesAndTakes(
            String written,
            Action expected,
            List<String> published,
            Action.Nulls nulls,
            Set<RawType> accepted) {
        String dataClass = written.startsWith("json") ? "free_text" : "quasi";
        Action action = column("class: %s, action: %s".formatted(dataClass, written)).action();

        assertThat(action).isEqualTo(expected);
        assertThat(written).contains(action.keyword());
        assertThat(action.published())
                .extracting(column -> "tel" + column.suffix() + " " + column.type())
                .isEqualTo(published);
        assertThat(action.nulls()).isEqualTo(nulls);
        assertThat(action.accepts()).isEqualTo(accepted);
    }

    @Test
    void eachColumnOutOfJsonIsMadeByAnActionOfItsOwn() {
        Action json = new Action.Json(Map.of("theme", "$.theme"));

        assertThat(json.published())
                .containsExactly(new Action.Published("_theme", "varchar", json));
    }

    @Test
    void aColumnThatIsStoredAsBytesTakesBytesWhereTheActionTakesText() {
        Action ip = new Action.IpNetwork();
        ColumnPolicy bytes = new ColumnPolicy(DataClass.IDENTIFIER, ip, Stored.BYTES);
        ColumnPolicy plain = new ColumnPolicy(DataClass.IDENTIFIER, ip);

        assertThat(EVERYTHING).filteredOn(bytes::accepts).containsExactly(BYTES);
        assertThat(EVERYTHING).filteredOn(plain::accepts).containsExactly(TEXT);
    }

    @Test
    void theRestOfAPolicyIsReadOrHasItsDefault() {
        ColumnPolicy column = column("class: quasi, action: year, unparsablePercent: 7");
        ColumnPolicy kept =
                column(
                        "class: none, action: keep, type: varchar, reason: ok, mayContain: {my_number: order numbers, mail: support}");
        MaskingPolicy silent = ExampleEnvironment.in(root).load().policies().get("learning");
        MaskingPolicy loud =
                ExampleEnvironment.in(root)
                        .masking(
                                "tables:",
                                "timeZone: Asia/Tokyo\nonUnclassified: halt\nunparsablePercent: 5\ntables:")
                        .load()
                        .policies()
                        .get("learning");

        assertThat(silent.timeZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(silent.onUnclassified()).isEqualTo(MaskingPolicy.Unclassified.WITHHOLD);
        assertThat(silent.relations()).isEmpty();
        assertThat(silent.quasiIdentifiers()).isEmpty();
        assertThat(silent.unparsablePercentOf(kept)).isEqualTo(1);
        assertThat(loud.timeZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(loud.onUnclassified()).isEqualTo(MaskingPolicy.Unclassified.HALT);
        assertThat(loud.unparsablePercentOf(kept)).isEqualTo(5);
        assertThat(loud.unparsablePercentOf(column)).isEqualTo(7);
        assertThat(kept.mayContain())
                .containsExactly(
                        Map.entry(PersonalPattern.MY_NUMBER, "order numbers"),
                        Map.entry(PersonalPattern.MAIL, "support"));
    }

    private ColumnPolicy column(String policy) {
        return ExampleEnvironment.in(root)
                .masking("{class: identifier, action: drop}", "{" + policy + "}")
                .load()
                .policies()
                .get("learning")
                .tables()
                .get("users")
                .columns()
                .get("tel");
    }
}
