package analysisplatform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The files of {@code environments} belong to whoever deploys them, except {@code local}; what is
 * read of the others is tested on copies.
 */
class ShippedEnvironmentsTest {

    private static final Map<String, Environment> SHIPPED =
            load(Path.of(System.getProperty("platform.root"), "environments"));

    private static final Map<String, Environment> COPIES =
            load(Path.of("src", "test", "resources", "environments"));

    @Test
    void allLoad() {
        assertThat(SHIPPED).containsKey("local");
    }

    @Test
    void theLaptopLooksOftenAndPlaysTwoAccounts() {
        Platform local = SHIPPED.get("local").platform();

        assertThat(local.account()).isEqualTo("111111111111");
        assertThat(local.sources())
                .extracting(Source::name, Source::account, Source::region)
                .containsExactly(tuple("learning", "222222222222", "ap-northeast-1"));
        assertThat(local.exports().pollSeconds()).isEqualTo(1);
        assertThat(local.crawls().pollSeconds()).isEqualTo(1);
    }

    @Test
    void whatAFileLeavesOutHasTheSchemasDefault() {
        Platform dev = COPIES.get("dev").platform();

        assertThat(dev.timeZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(dev.schedule()).isEqualTo(LocalTime.of(4, 30));
        assertThat(dev.breakGlassPrincipals()).isEmpty();
        assertThat(dev.notifications())
                .isEqualTo(
                        new Platform.Notifications(
                                List.of("developers@example.com"),
                                new Platform.Occasions(true, true, true, false),
                                "docs/operations",
                                240,
                                Platform.Slack.NONE));
        assertThat(dev.exports()).isEqualTo(new Platform.Exports(60, 480));
        assertThat(dev.crawls()).isEqualTo(new Platform.Crawls(15, 60));
        assertThat(dev.retention()).isEqualTo(new Platform.Retention(1, 7, 30));
        assertThat(dev.quickSight())
                .isEqualTo(
                        new Platform.QuickSight(
                                false, false, "", "aws-quicksight-service-role-v0", List.of()));
        assertThat(dev.sources().get(0).maxSnapshotAge()).isEqualTo(Duration.ofHours(26));
    }

    @Test
    void whatAFileSaysIsRead() {
        Platform prod = COPIES.get("prod").platform();

        assertThat(prod.notifications().emails())
                .containsExactly("alerts@example.com", "on-call@example.com");
        assertThat(prod.tags())
                .containsExactly(Map.entry("owner", "data"), Map.entry("stage", "prod"));
        assertThat(prod.analysts().scanLimitMegabytes()).isEqualTo(1000);
        assertThat(prod.quickSight().enabled()).isTrue();
        assertThat(prod.retention().logDays()).isEqualTo(90);
        assertThat(prod.sources())
                .extracting(Source::name, Source::engine, Source::kind)
                .containsExactly(
                        tuple("learning", Source.Engine.MYSQL, Source.Kind.CLUSTER),
                        tuple("shop", Source.Engine.POSTGRESQL, Source.Kind.INSTANCE));
        assertThat(prod.sources().get(1).maxSnapshotAge()).isEqualTo(Duration.ofHours(30));
    }

    @Test
    void everyActionIsReadWithItsDetail() {
        Environment prod = COPIES.get("prod");

        Map<String, ColumnPolicy> posts =
                prod.policyOf(prod.sources().get(0)).tables().get("posts").columns();
        Map<String, ColumnPolicy> customers =
                prod.policyOf(prod.sources().get(1)).tables().get("public.customers").columns();

        assertThat(posts.get("body"))
                .isEqualTo(new ColumnPolicy(DataClass.FREE_TEXT, new Action.Null("varchar")));
        assertThat(customers.keySet()).startsWith("id", "email", "full_name");
        assertThat(customers.get("id").action()).isEqualTo(new Action.Pseudonym("customer"));
        assertThat(customers.get("email").action()).isEqualTo(new Action.Email());
        assertThat(customers.get("my_number"))
                .isEqualTo(new ColumnPolicy(DataClass.CODE, new Action.Drop()));
        assertThat(customers.get("newsletter").action())
                .isEqualTo(new Action.Keep("boolean", "a yes or no beside a pseudonym"));
    }

    private static Map<String, Environment> load(Path environments) {
        return EnvironmentLoader.loadAll(environments).stream()
                .collect(Collectors.toMap(Environment::name, Function.identity()));
    }
}
