package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.local.WorkingStates.WorkingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An execution that one state's fault meets, and the next one, which nothing disturbs. */
final class FaultyNight {

    private static final List<String> LOOKED_AT = List.of("posts", "users");
    private static final Pattern RUNBOOK = Pattern.compile("([a-z-]+)\\.md");
    private static final Pattern REPORTED = Pattern.compile("\"error\":\"(\\w+)\"");
    private static final int LOOKS = 50;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final String ERRORS = "analysisplatform.export.";

    private final DeployedPlatform platform;
    private final Way way;
    private final WorkingState state;
    private final StateFault fault;

    FaultyNight(DeployedPlatform platform, Way way, WorkingState state, StateFault fault) {
        this.platform = platform;
        this.way = way;
        this.state = state;
        this.fault = fault;
    }

    /**
     * @return what became of both, for the page
     */
    FaultsByState.Row run() {
        platform.awaitCrawler();
        platform.publishedBefore();
        List<Map<String, ?>> faults = new ArrayList<>(way.prepare(platform));
        faults.add(fault.of(state));
        Map<String, String> before = platform.runsShown();
        Map<String, List<String>> content = content();
        platform.standIn.control().breakWith(Faults.states(faults));

        String execution = platform.machine().start(way.input(platform));
        if (fault == StateFault.STOPPED) {
            awaitFault();
            platform.clients.stepFunctions().stopExecution(r -> r.executionArn(execution));
        }
        NightlyRun.Outcome night = platform.machine().await(execution);
        assertThat(platform.standIn.control().metStateFaults()).containsKey(state.name());
        platform.standIn.control().clearFaults();
        String raw = rawFiles(night);
        String stands = stands(before);
        assertNothingElseIsShown(content);
        String told = told(night);

        return new FaultsByState.Row(
                state.name(),
                fault.words(),
                List.of(
                        way.tell(fault.words()),
                        ended(night),
                        stands,
                        raw,
                        told,
                        ended(healed(content))));
    }

    private void awaitFault() {
        Eventually.await(
                "the fault is met in " + state.name(),
                () -> platform.standIn.control().metStateFaults().containsKey(state.name()));
    }

    /** An execution that ended where it stood is cleaned up after by a rule, a moment later. */
    private String rawFiles(NightlyRun.Outcome night) {
        boolean cutOff =
                night.status() == ExecutionStatus.ABORTED
                        || night.error().equals("States.Runtime")
                        || night.error().equals("States.DataLimitExceeded");
        for (int look = 0; cutOff && look < LOOKS && !platform.rawFiles().isEmpty(); look++) {
            Pause.of(BETWEEN_LOOKS);
        }
        return platform.rawFiles().isEmpty() ? "gone" : "until the next start";
    }

    private String stands(Map<String, String> before) {
        Map<String, String> views = platform.runsShown();
        views.keySet().retainAll(policyViews());
        Set<String> runs = new TreeSet<>(views.values());
        if (runs.isEmpty()) {
            return "nothing";
        }
        if (runs.size() > 1) {
            return "mixed";
        }
        String which = before.containsValue(runs.iterator().next()) ? "before" : "new";
        return views.keySet().equals(policyViews()) ? which : which + ", a view is missing";
    }

    private Set<String> policyViews() {
        Set<String> views = new TreeSet<>();
        platform.source.sourceTables().forEach(table -> views.add(table.publishedName()));
        return views;
    }

    /** Each run shows the same rows, because the sample is the same every night. */
    private void assertNothingElseIsShown(Map<String, List<String>> content) {
        if (way.keepsPseudonyms()) {
            Set<String> views = platform.runsShown().keySet();
            Map<String, List<String>> expected = new LinkedHashMap<>(content);
            expected.keySet().retainAll(views);
            assertThat(content()).isEqualTo(expected);
        }
    }

    private String told(NightlyRun.Outcome night) {
        List<String> mails =
                night.succeeded()
                        ? platform.alerts().mailsAbout(night.executionArn())
                        : platform.alerts().awaitedMailsAbout(night.executionArn());
        Set<String> told = new TreeSet<>();
        for (String mail : mails) {
            Matcher runbook = RUNBOOK.matcher(mail);
            assertThat(runbook.find()).as(mail).isTrue();
            told.add(link(runbook.group(1)) + (mail.contains("PUBLISHED") ? reported(mail) : ""));
        }
        return told.isEmpty() ? "nothing" : String.join(", ", told);
    }

    private static String link(String runbook) {
        return "[%s](operations/%s.md)".formatted(runbook, runbook);
    }

    private static String reported(String mail) {
        Matcher error = REPORTED.matcher(mail);
        return error.find() ? ": `%s`".formatted(error.group(1)) : "";
    }

    private NightlyRun.Outcome healed(Map<String, List<String>> content) {
        platform.standIn.control().exportFrom(platform.sample);
        platform.awaitCrawler();
        NightlyRun.Outcome again = platform.night();
        String run = platform.publishedRun().orElse("");
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(again.succeeded()).as(again.error() + again.cause()).isTrue();
        softly.assertThat(platform.rawFiles()).as("raw files").isEmpty();
        softly.assertThat(platform.isLocked()).as("locked").isFalse();
        softly.assertThat(platform.record("publishing")).as("announced").isEmpty();
        softly.assertThat(platform.runsShown()).containsKeys(policyViews().toArray(String[]::new));
        softly.assertThat(platform.runsShown().values()).as("shown").containsOnly(run);
        if (again.lastState().equals("Published")) {
            softly.assertThat(platform.rawTables()).as("raw tables").isEmpty();
            softly.assertThat(platform.runsShown()).as("views").hasSameSizeAs(policyViews());
            Set<String> kept = new TreeSet<>(List.of(run));
            platform.record("previous").ifPresent(kept::add);
            softly.assertThat(kept).as("runs with files").containsAll(platform.maskedRuns());
            softly.assertThat(kept).as("runs with tables").containsAll(runsWithTables());
        }
        softly.assertAll();
        assertNothingElseIsShown(content);
        return again;
    }

    private Collection<String> runsWithTables() {
        return platform.maskedTables().stream()
                .map(table -> table.substring(table.indexOf("__") + 2))
                .distinct()
                .toList();
    }

    private Map<String, List<String>> content() {
        Map<String, List<String>> content = new LinkedHashMap<>();
        Set<String> views = platform.runsShown().keySet();
        LOOKED_AT.stream()
                .filter(views::contains)
                .forEach(view -> content.put(view, platform.content(view)));
        return content;
    }

    private static String ended(NightlyRun.Outcome night) {
        if (night.status() == ExecutionStatus.ABORTED) {
            return "stopped";
        }
        return night.succeeded()
                ? night.lastState()
                : "`%s`"
                        .formatted(
                                night.error().startsWith(ERRORS)
                                        ? night.error().substring(ERRORS.length())
                                        : night.error());
    }
}
