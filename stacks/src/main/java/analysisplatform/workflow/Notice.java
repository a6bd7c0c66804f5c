package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.names.Arns;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail that the nightly run itself sends: plain text to the addresses, and the same in the form
 * that a chat channel shows.
 *
 * @param about ends the states' names
 * @param title without apostrophes; SNS takes at most 100 characters as a subject
 * @param text for {@code States.Format}, without apostrophes; {@code {}} for each of the paths
 */
record Notice(String about, String title, String text, List<String> paths) {

    Notice {
        if (title.contains("'") || text.contains("'")) {
            throw new IllegalArgumentException("An apostrophe ends the text of a notice: " + text);
        }
    }

    String start() {
        return "Word " + about;
    }

    List<State> states(Night night, String next) {
        String address = "Address " + about;
        String tell = "Tell of " + about;
        String format = "States.Format('%s', %s)".formatted(text, String.join(", ", paths));
        List<State> states = new ArrayList<>();
        states.add(
                State.pass(start())
                        .parameters(
                                ordered(
                                        "text.$",
                                        format,
                                        "chat",
                                        ordered(
                                                "version",
                                                "1.0",
                                                "source",
                                                "custom",
                                                "content",
                                                ordered("title", title, "description.$", format))))
                        .into("$.notice")
                        .next(address));
        states.add(
                State.pass(address)
                        .parameters(
                                ordered(
                                        "default.$",
                                        "$.notice.text",
                                        "https.$",
                                        "States.JsonToString($.notice.chat)"))
                        .into("$.notice")
                        .next(tell));
        states.addAll(
                Failures.guarded(
                        Tasks.publish(
                                        tell,
                                        ordered(
                                                "TopicArn",
                                                Arns.of(night.environment()).topic(),
                                                "Subject",
                                                night.names().topic() + ": " + title,
                                                "MessageStructure",
                                                "json",
                                                "Message.$",
                                                "States.JsonToString($.notice)"))
                                .next(next),
                        FailureStates.KEEPING_THE_CANDIDATE));
        return states;
    }
}
