package analysisplatform.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.alarms.AlarmDefinition.EventAlarm;
import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import analysisplatform.config.Environment;
import analysisplatform.config.Platform.Notifications;
import analysisplatform.constructs.TestEnvironments;
import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of alarms, and what each says. */
class AlarmsTest {

    static final Environment ENVIRONMENT = TestEnvironments.full();
    static final WatchedKeys KEYS =
            new WatchedKeys(key("quarantine"), key("masked"), key("alerts"));

    private static final String HOSTILE = "{\"errors\": [\"a \\\"quoted\\\" text\"]}";

    static List<AlarmDefinition> all() {
        return Alarms.of(ENVIRONMENT, KEYS);
    }

    static List<EventAlarm> onEvents() {
        return all().stream()
                .filter(EventAlarm.class::isInstance)
                .map(EventAlarm.class::cast)
                .toList();
    }

    @Test
    void everyRunbookHasAnAlarm() {
        Set<Runbook> used =
                all().stream().map(it -> it.message().runbook()).collect(Collectors.toSet());

        // The budget's notices are written by AWS Budgets: SpendingGuardTest looks at it.
        assertThat(used).isEqualTo(EnumSet.complementOf(EnumSet.of(Runbook.BUDGET)));
    }

    @Test
    void namesAreUniqueAndFitIntoARulesName() {
        assertThat(all())
                .extracting(AlarmDefinition::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("acme-prod-") && name.length() <= 64);
    }

    @Test
    void eachSourceHasItsOwnAlarmsThatNameIt() {
        for (String page :
                List.of(
                        "run-failed",
                        "run-stopped",
                        "crawl-failed",
                        "run-slow",
                        "no-publication")) {
            assertThat(all())
                    .filteredOn(alarm -> alarm.message().runbook().page().equals(page))
                    .hasSize(2)
                    .anyMatch(alarm -> alarm.message().happened().contains(" shop"))
                    .anyMatch(alarm -> alarm.message().happened().contains(" billing-eu"));
        }
    }

    @Test
    void nothingIsWatchedWhereNobodyWantsToHearOfFailures() {
        assertThat(Alarms.of(TestEnvironments.local(), KEYS)).isEmpty();
        assertThat(Alarms.onMetrics(TestEnvironments.local())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void mailSaysWhatHappenedWhatStandsAndWhereToReadOn(AlarmDefinition alarm) {
        String text = said(alarm);

        assertThat(text)
                .contains(alarm.message().happened())
                .contains(alarm.message().standing())
                .contains(
                        "https://example.com/runbooks/" + alarm.message().runbook().page() + ".md");
        assertThat(text.length()).isLessThan(1024);
    }

    @ParameterizedTest
    @MethodSource("onEvents")
    void mailStaysJsonWhateverTheEventHolds(EventAlarm alarm) {
        JsonNode mail = filled(alarm, TestJson.quoted(HOSTILE));

        assertThat(mail.at("/version").asText()).isEqualTo("1.0");
        assertThat(mail.at("/source").asText()).isEqualTo("custom");
        assertThat(mail.at("/metadata/additionalContext").properties())
                .isNotEmpty()
                .allMatch(part -> part.getValue().asText().equals(HOSTILE));
    }

    @ParameterizedTest
    @MethodSource("onEvents")
    void mailUsesEveryPartOfTheEventThatItAsksFor(EventAlarm alarm) {
        String template = AlarmText.template(alarm, notifications());

        assertThat(alarm.parts().keySet()).allMatch(part -> template.contains("<" + part + ">"));
        assertThat(template.split("<").length - 1)
                .as("each placeholder is a part, but the execution stands twice")
                .isEqualTo(alarm.parts().size() + (alarm.link().isEmpty() ? 0 : 1));
    }

    @Test
    void onlyAFailedRunIsAskedForErrorAndCause() {
        assertThat(onEvents())
                .filteredOn(alarm -> alarm.parts().containsValue("$.detail.cause"))
                .extracting(alarm -> alarm.message().runbook())
                .containsOnly(Runbook.RUN_FAILED);
    }

    @Test
    void causeIsTheMailsText() {
        EventAlarm failed =
                onEvents().stream()
                        .filter(alarm -> alarm.message().runbook() == Runbook.RUN_FAILED)
                        .findFirst()
                        .orElseThrow();

        assertThat(filled(failed, TestJson.quoted(HOSTILE)).at("/content/description").asText())
                .isEqualTo(HOSTILE);
    }

    private static String said(AlarmDefinition alarm) {
        if (alarm instanceof MetricAlarm) {
            return AlarmText.plain(alarm.message(), notifications());
        }
        JsonNode mail = filled((EventAlarm) alarm, "\"\"");
        return mail.at("/content/title").asText() + mail.at("/content/nextSteps");
    }

    /** As EventBridge does it: quoted where a part stands alone, bare inside a text. */
    private static JsonNode filled(EventAlarm alarm, String value) {
        String mail = AlarmText.template(alarm, notifications());
        mail = mail.replace(alarm.link() + "<execution>", alarm.link() + "arn:aws:states:x");
        for (String part : alarm.parts().keySet()) {
            mail = mail.replace("<" + part + ">", value);
        }
        return TestJson.parse(mail);
    }

    private static Notifications notifications() {
        return ENVIRONMENT.platform().notifications();
    }

    private static WatchedKeys.Key key(String what) {
        return new WatchedKeys.Key(
                what + "-id", "arn:aws:kms:ap-northeast-1:111111111111:key/" + what + "-id");
    }
}
