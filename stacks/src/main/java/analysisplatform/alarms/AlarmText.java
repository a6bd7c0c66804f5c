package analysisplatform.alarms;

import static java.util.stream.Collectors.joining;

import analysisplatform.alarms.AlarmDefinition.EventAlarm;
import analysisplatform.alarms.AlarmDefinition.Message;
import analysisplatform.config.Platform.Notifications;
import analysisplatform.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What an alarm says: what happened, what still stands, and where to read on. */
public final class AlarmText {

    private static final String EXECUTION = "execution";

    /** What became of the run, in the service's own words: the mail's second sentence. */
    private static final String CAUSE = "cause";

    private AlarmText() {}

    /** CloudWatch quotes it in its mails; it takes 1,024 characters. */
    public static String plain(Message message, Notifications notifications) {
        return "%s %s Runbook: %s"
                .formatted(
                        message.happened(),
                        message.standing(),
                        message.runbook().address(notifications));
    }

    /**
     * EventBridge's template of a mail, in the one form that a chat channel shows as well. Parts of
     * the event stand alone, never inside a text: a cause is often JSON itself, EventBridge quotes
     * what stands alone, and an unquoted quotation mark inside a text would lose the mail.
     */
    public static String template(EventAlarm alarm, Notifications notifications) {
        List<String> next = new ArrayList<>();
        next.add(text(alarm.message().standing()));
        next.add(text("Runbook: " + alarm.message().runbook().address(notifications)));
        if (!alarm.link().isEmpty()) {
            next.add("\"Execution: " + alarm.link() + "<" + EXECUTION + ">\"");
        }
        return """
                {
                  "version": "1.0",
                  "source": "custom",
                  "content": {
                    "title": %s,
                    "description": %s,
                    "nextSteps": [
                      %s
                    ]
                  },
                  "metadata": {
                    "additionalContext": {
                      %s
                    }
                  }
                }"""
                .formatted(
                        text(alarm.message().happened()),
                        alarm.parts().containsKey(CAUSE)
                                ? "<" + CAUSE + ">"
                                : text(alarm.message().happened()),
                        String.join(",\n      ", next),
                        context(alarm));
    }

    private static String context(EventAlarm alarm) {
        return new TreeSet<>(alarm.parts().keySet())
                .stream()
                        .filter(part -> !part.equals(CAUSE))
                        .map(part -> text(part) + ": <" + part + ">")
                        .collect(joining(",\n      "));
    }

    private static String text(String plain) {
        return Json.text(plain);
    }
}
