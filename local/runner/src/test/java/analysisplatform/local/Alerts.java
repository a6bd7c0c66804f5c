package analysisplatform.local;

import analysisplatform.alarms.Publications;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Signs of life and mails of a deployed platform. */
record Alerts(DeployedPlatform platform) {

    /** How often the source gave a sign of life today. */
    int signsOfLife() {
        Instant now = Instant.now();
        return platform
                .clients
                .cloudWatch()
                .getMetricStatistics(
                        r ->
                                r.namespace(platform.names.metricNamespace(platform.source))
                                        .metricName(Publications.METRIC)
                                        .startTime(now.minus(Duration.ofDays(1)))
                                        .endTime(now.plus(Duration.ofHours(1)))
                                        .period(3600)
                                        .statistics(Statistic.SUM))
                .datapoints()
                .stream()
                .mapToInt(point -> point.sum().intValue())
                .sum();
    }

    /** Whether silence of the source would be mailed. */
    boolean isSilenceTold() {
        return platform.clients
                .cloudWatch()
                .describeAlarms(
                        r ->
                                r.alarmNames(
                                        Publications.livenessAlarm(
                                                platform.names, platform.source)))
                .metricAlarms()
                .get(0)
                .actionsEnabled();
    }

    /** All messages that hold the text. */
    List<String> mailsWith(String text) {
        List<String> mails = new ArrayList<>();
        for (JsonNode mail : platform.standIn.control().notifications()) {
            String message = mail.path("message").asText();
            if (message.contains(text)) {
                mails.add(message);
            }
        }
        return mails;
    }

    /** The message about an execution, which comes a moment after its end. */
    List<String> awaitedMailsAbout(String executionArn) {
        Eventually.await(
                "there is a mail about " + executionArn, () -> !mailsAbout(executionArn).isEmpty());
        return mailsAbout(executionArn);
    }

    /** Messages about an execution that any topic has got until now. */
    List<String> mailsAbout(String executionArn) {
        List<String> mails = new ArrayList<>();
        platform.standIn
                .control()
                .notifications()
                .forEach(
                        mail -> {
                            if (mail.path("message").asText().contains(executionArn)) {
                                mails.add(mail.path("message").asText());
                            }
                        });
        return mails;
    }
}
