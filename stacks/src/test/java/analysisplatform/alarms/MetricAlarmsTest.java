package analysisplatform.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When numbers, and their absence, become a mail. */
class MetricAlarmsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    first day, nothing published yet            | 24  |                  |
    a week without a first publication          | 168 |                  |
    a publication each night                    | 170 | 6 30 54 78 102 126 150 |
    the first publication, then silence         | 100 | 6                | 32
    silence is told once while it lasts         | 168 | 6 30             | 56
    silence, publication, silence again         | 168 | 6 60 84          | 32 110
    a night that takes an hour longer           | 72  | 6 31 55          |
    a night that takes three hours longer       | 72  | 6 33 57          | 32
    two publications in one night               | 60  | 6 7 31 55        |
    a late first publication                    | 140 | 100 124          |
    """)
    void silenceOfASource(String what, int hours, String published, String told) {
        WatchedMetric watched = new WatchedMetric(alarm("no-publication-shop"));
        Set<Integer> publications = numbers(published).collect(Collectors.toSet());

        for (int hour = 1; hour <= hours; hour++) {
            boolean hasPublished = publications.contains(hour);
            watched.pass(hasPublished ? 1L : null);
            if (hasPublished) {
                watched.arm();
            }
        }

        assertThat(watched.mails()).as(what).isEqualTo(numbers(told).toList());
    }

    @ParameterizedTest(name = "{0}: {1} is told in period {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    run-slow-shop      | - 7199999 -           |
    run-slow-shop      | - 7200000 -           | 2
    run-slow-shop      | - 90000000            | 2
    function-errors    | - 1 - 2               |
    function-errors    | - 3 3 3               | 2
    function-errors    | 3 - 3                 | 1 3
    function-throttled | - 1                   | 2
    dead-letters       | 0 0 0                 |
    dead-letters       | 0 1 1                 | 2
    daily-scan         | - 94371839999         |
    daily-scan         | - 94371840000 -       | 2
    raw-data-left      | 700 700 700           |
    raw-data-left      | 700 9000000000 700    |
    raw-data-left      | 700 9000000000 9000000000 | 3
    raw-data-left      | 700 150000 - 150000   |
    kpi-alert-buyers-below | - 20 - 19 - -     | 4
    kpi-alert-buyers-below | 20 - - -          |
    """)
    void numbersOfTheParts(String name, String values, String told) {
        WatchedMetric watched = new WatchedMetric(alarm(name));

        Arrays.stream(values.split(" "))
                .map(value -> value.equals("-") ? null : Long.valueOf(value))
                .forEach(watched::pass);

        assertThat(watched.mails()).isEqualTo(numbers(told).toList());
    }

    /** One value a night, so many hours after the one before. */
    @ParameterizedTest(name = "nights of {0} every {1} hours are told in hour {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    30 19 18 30 | 24 | 25
    30 19 18 17 | 26 | 27
    19 30 19    | 24 | 1 49
    19 - 19     | 24 | 1 49
    """)
    void aBadValueIsToldOnceUntilAGoodOneFollows(String values, int hours, String told) {
        WatchedMetric watched = new WatchedMetric(alarm("kpi-alert-buyers-below"));
        for (String value : values.split(" ")) {
            watched.pass(value.equals("-") ? null : Long.valueOf(value));
            for (int hour = 1; hour < hours; hour++) {
                watched.pass(null);
            }
        }

        assertThat(watched.mails()).isEqualTo(numbers(told).toList());
    }

    @Test
    void onlySilenceWaitsForTheFirstPublication() {
        assertThat(Alarms.onMetrics(AlarmsTest.ENVIRONMENT))
                .filteredOn(alarm -> alarm.arming() != AlarmDefinition.Arming.AT_ONCE)
                .extracting(MetricAlarm::name)
                .containsExactly(
                        "acme-prod-no-publication-shop", "acme-prod-no-publication-billing-eu");
    }

    /** CloudWatch's limit for periods of an hour and more. */
    @Test
    void noAlarmLooksBackLongerThanAWeek() {
        assertThat(Alarms.onMetrics(AlarmsTest.ENVIRONMENT))
                .allMatch(
                        alarm ->
                                alarm.metric().periodSeconds() * alarm.limit().periods()
                                        <= 604_800);
    }

    private static MetricAlarm alarm(String name) {
        return Alarms.onMetrics(AlarmsTest.ENVIRONMENT).stream()
                .filter(alarm -> alarm.name().equals("acme-prod-" + name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Integer> numbers(String text) {
        return text == null ? Stream.of() : List.of(text.split(" ")).stream().map(Integer::valueOf);
    }
}
