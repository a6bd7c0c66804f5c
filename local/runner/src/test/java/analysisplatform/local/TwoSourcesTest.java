package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

/** Nights of two sources at the same time, which share buckets, workgroups and a topic. */
@OnTheStandIn
class TwoSourcesTest {

    private static TwoSources pair;

    private final DeployedPlatform platform;

    TwoSourcesTest(DeployedPlatform platform) {
        this.platform = platform;
    }

    @BeforeAll
    static void deploy(DeployedPlatform platform) {
        platform.standIn.control().clearFaults();
        pair = TwoSources.deployOn(platform);
    }

    @AfterEach
    void healthyAgain() {
        platform.standIn.control().clearFaults();
        platform.standIn.control().exportFrom(platform.sample);
    }

    @Test
    void oneWaitsForItsAccountAndPublishesWhileTheOtherFailsAndIsHealedByANewStart() {
        pair.takeSnapshots();
        pair.occupyEveryExportOf(pair.learning);
        platform.standIn.control().breakWith(Faults.query(pair.names.maskedDatabase(pair.shop)));
        String learningNight = pair.machine(pair.learning).start();
        String shopNight = pair.machine(pair.shop).start();

        NightlyRun.Outcome learning = pair.machine(pair.learning).await(learningNight);
        NightlyRun.Outcome shop = pair.machine(pair.shop).await(shopNight);

        assertThat(overlap(learningNight, shopNight)).isTrue();
        assertThat(errors(learningNight)).contains("analysisplatform.export.ExportLimitReached");
        assertThat(learning.lastState()).as(learning.cause()).isEqualTo("Published");
        assertThat(pair.views(pair.learning)).contains("users", "subscriptions");
        assertThat(shop.succeeded()).isFalse();
        assertThat(shop.error()).isEqualTo("MaskFailed");
        assertThat(shop.cause()).startsWith("Mask: ").contains("Table customers could not be");
        assertThat(pair.views(pair.shop)).isEmpty();
        assertThat(platform.alerts().awaitedMailsAbout(shopNight))
                .singleElement()
                .asString()
                .contains("shop")
                .doesNotContain("learning");
        assertThat(platform.alerts().mailsAbout(learningNight)).isEmpty();
        assertThat(pair.reports(pair.learning).all()).hasSize(1);

        platform.standIn.control().clearFaults();
        NightlyRun machine = pair.machine(pair.shop);
        NightlyRun.Outcome again = machine.await(machine.start());

        assertThat(again.lastState()).as(again.cause()).isEqualTo("Published");
        Analyst.Answer customers = pair.analyst(pair.shop).ask("SELECT * FROM customers");
        assertThat(customers.columns()).contains("email").doesNotContain("full_name", "profile");
        assertThat(customers.rows()).hasSize(120);
        assertThat(pair.views(pair.learning)).contains("users", "subscriptions");
    }

    private boolean overlap(String one, String other) {
        DescribeExecutionResponse first = described(one);
        DescribeExecutionResponse second = described(other);
        return first.startDate().isBefore(second.stopDate())
                && second.startDate().isBefore(first.stopDate());
    }

    private DescribeExecutionResponse described(String execution) {
        return platform.clients.stepFunctions().describeExecution(r -> r.executionArn(execution));
    }

    /** Of all tasks, those that were tried again too. */
    private List<String> errors(String execution) {
        SfnClient machine = platform.clients.stepFunctions();
        return machine
                .getExecutionHistoryPaginator(r -> r.executionArn(execution).maxResults(1000))
                .events()
                .stream()
                .filter(event -> event.taskFailedEventDetails() != null)
                .map(event -> event.taskFailedEventDetails().error())
                .toList();
    }
}
