package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Source;
import analysisplatform.engine.QueryFailed;
import analysisplatform.engine.Row;
import analysisplatform.sample.SampleExport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laptop's policy over the whole sample of MySQL. */
class SampleMaskTest {

    private static final Environment LOCAL =
            EnvironmentLoader.load(
                    Path.of(System.getProperty("platform.root"), "environments", "local"));
    private static final Source LEARNING = LOCAL.sources().get(0);

    private static MaskedSample sample;

    @BeforeAll
    static void night() {
        sample = MaskedSample.night(LEARNING, LOCAL.policyOf(LEARNING), SampleExport::write);
    }

    static Stream<String> tables() {
        return LEARNING.sourceTables().stream().map(table -> table.publishedName());
    }

    static Stream<String> filledTables() {
        return tables().filter(table -> !table.equals("audit_logs"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void publishesExactlyTheColumnsOfThePolicyInItsOrderAndTypes(String table) {
        List<String> promised =
                PublishedColumn.of(sample.policyOf(table)).stream()
                        .map(column -> column.name() + " " + column.type())
                        .toList();

        List<String> published =
                SharedEngine.columns(sample.published("SELECT *", table + " WHERE false"));

        assertThat(published).isEqualTo(promised).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("filledTables")
    void publishesEveryRow(String table) {
        Object raw = sample.raw("SELECT count(*)", table).value();
        Object published = sample.published("SELECT count(*)", table).value();

        assertThat((Long) published).isEqualTo(raw).isPositive();
    }

    @Test
    void provesThatNothingOfThePeopleIsLeft() {
        assertThat(sample.proof(MaskedSample.RUN).findings()).isEmpty();
    }

    @Test
    void publishesAnEmptyTableWhereTheExportHadNoRow() {
        assertThat(sample.isEmpty("audit_logs")).isTrue();
        assertThat(sample.published("SELECT count(*)", "audit_logs").value()).isEqualTo(0L);
    }

    @Test
    void keepsEveryPersonApartAndJoinedToWhatTheyDid() {
        Object people = sample.raw("SELECT count(DISTINCT id)", "users").value();
        Object pseudonyms = sample.published("SELECT count(DISTINCT id)", "users").value();
        long enrollments =
                sample.published("SELECT count(*) AS n", "enrollments").single().number("n");
        long joined =
                sample.published(
                                "SELECT count(*) AS n",
                                "enrollments e JOIN %s.users u ON u.id = e.user_id"
                                        .formatted(sample.databases().published()))
                        .single()
                        .number("n");

        assertThat(pseudonyms).isEqualTo(people);
        assertThat(joined).isEqualTo(enrollments).isPositive();
    }

    @Test
    void losesNoKeptValueToItsCast() {
        String counts =
                "SELECT count(sign_in_count) AS a, count(newsletter) AS b, count(sign_in_count) AS c, count(created_at) AS d, count(plan) AS e";

        Row published = sample.published(counts, "users").single();

        assertThat(published).isEqualTo(sample.raw(counts, "users").single());
        assertThat(published.number("d")).isPositive();
    }

    @Test
    void masksEveryAddressAndKeepsOnlyDomainsThatManyShare() {
        int minimum = LOCAL.policyOf(LEARNING).minimumDomainPeople();

        List<Object> strange =
                sample.published(
                                "SELECT email",
                                "users WHERE NOT regexp_like(email, '^v1_[0-9a-f]{16}(@[a-z.]+)?$')")
                        .values("email");
        List<Row> domains =
                sample.published(
                                "SELECT split_part(email, '@', 2) AS domain, count(DISTINCT email) AS people",
                                "users WHERE email LIKE '%@%' GROUP BY 1")
                        .rows();

        assertThat(strange).isEmpty();
        assertThat(domains)
                .isNotEmpty()
                .allSatisfy(
                        row ->
                                assertThat(row.number("people"))
                                        .as(row.text("domain"))
                                        .isGreaterThanOrEqualTo(minimum));
    }

    @Test
    void saysOfPeopleOnlyWhatEachActionMaySay() {
        Map<String, String> forms =
                Map.of(
                        "birthday", "0-9|[1-8]0-[1-8]9|90\\+",
                        "postal_code", "\\d{3}",
                        "last_sign_in_ip", "(\\d+\\.){3}0/24|2001:db8::/48",
                        "credit_balance", "<0|0\\.\\.<1000|1000\\.\\.<5000|>=5000",
                        "note", "\\d+",
                        "settings_theme", "dark");

        assertThat(forms)
                .allSatisfy(
                        (column, form) ->
                                assertThat(
                                                sample.published(
                                                                "SELECT DISTINCT " + column,
                                                                "users WHERE "
                                                                        + column
                                                                        + " IS NOT NULL")
                                                        .values(column))
                                        .isNotEmpty()
                                        .allSatisfy(
                                                value ->
                                                        assertThat(String.valueOf(value))
                                                                .matches(form)));
    }

    @Test
    void losesOnlyValuesThatAreNoDateAndNoAddress() {
        Row published =
                sample.published(
                                "SELECT count(birthday) AS born, count(last_sign_in_ip) AS signed_in",
                                "users")
                        .single();
        Row raw =
                sample.raw(
                                "SELECT count_if(TRY_CAST(birthday AS date) <= DATE '2026-01-02') AS born, count(last_sign_in_ip) AS signed_in",
                                "users")
                        .single();

        assertThat(published.number("born")).isEqualTo(raw.number("born")).isPositive();
        // what is no address: 999.1.1.1, blank
        assertThat(published.number("signed_in")).isEqualTo(raw.number("signed_in") - 2);
    }

    @Test
    void withdrawsTheViewOfATable() {
        String statement = sample.statements("lessons").withdraw();

        SharedEngine.run(statement);
        QueryFailed failure =
                catchThrowableOfType(
                        QueryFailed.class, () -> sample.published("SELECT *", "lessons"));
        SharedEngine.run(sample.statements("lessons").publish().render(MaskedSample.RUN));

        assertThat(failure.errorName()).isEqualTo("TABLE_NOT_FOUND");
        assertThat((Long) sample.published("SELECT count(*)", "lessons").value()).isPositive();
    }
}
