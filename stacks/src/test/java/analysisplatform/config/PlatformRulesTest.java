package analysisplatform.config;

import static analysisplatform.config.ExampleEnvironment.PLATFORM_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no schema can say of {@code platform.yaml}. */
class PlatformRulesTest {

    @TempDir private Path root;

    static Stream<Arguments> options() {
        return Stream.of(
                arguments(
                        "timeZone: Asia/Tokio",
                        "timeZone is \"Asia/Tokio\", which is no time zone; did you mean Asia/Tokyo?"),
                arguments(
                        "timeZone: '+09:00'",
                        "timeZone is \"+09:00\", which is no time zone; write a name such as Asia/Tokyo or UTC."),
                arguments(
                        "exports: {pollSeconds: 61, timeoutMinutes: 1}",
                        "exports.pollSeconds is 61, but must not be longer than timeoutMinutes, which is 1."),
                arguments(
                        "crawls: {pollSeconds: 3600, timeoutMinutes: 59}",
                        "crawls.pollSeconds is 3600, but must not be longer than timeoutMinutes, which is 59."),
                arguments(
                        "quickSight: {subscribe: true, notificationEmail: a@example.com}",
                        "quickSight.subscribe is true, but enabled is false; set enabled to true or subscribe to false."),
                arguments(
                        "quickSight: {enabled: true, subscribe: true}",
                        "quickSight.notificationEmail is missing; it must be an e-mail address, because subscribe is true."),
                arguments(
                        "quickSight: {viewers: [taro], authors: [jiro, taro]}",
                        "quickSight.authors[1] is \"taro\", but so is quickSight.viewers[0]; everybody is in one group, and an author or admin may all that a viewer may."),
                arguments(
                        "quickSight: {views: [shop.users]}",
                        "quickSight.views[0] is \"shop.users\", but there is no source \"shop\"; the sources are learning."),
                arguments(
                        "quickSight: {views: [learning.lessons]}",
                        "quickSight.views[0] is \"learning.lessons\", but source \"learning\" publishes only users, courses."),
                arguments(
                        "quickSight: {views: [learning.users, learning.users]}",
                        "quickSight.views[1] is \"learning.users\", but so is quickSight.views[0]; name a view once."),
                arguments(
                        "github: {provider: existing}",
                        "github.repository is missing; it must be owner and name of a GitHub repository, such as acme/analysis."),
                arguments(
                        "github: {repository: analysis}",
                        "github.repository is \"analysis\", but must be owner and name of a GitHub repository, such as acme/analysis."),
                arguments(
                        "github: {repository: 'acme/*'}",
                        "github.repository is \"acme/*\", but must be owner and name of a GitHub repository, such as acme/analysis."),
                arguments(
                        "github: {repository: acme/analysis, environment: 'prod:*'}",
                        "github.environment is \"prod:*\", but must be the name of a GitHub environment: letters, digits and . _ -, at most 100."),
                arguments(
                        "github: {repository: acme/analysis, provider: none}",
                        "github.provider is \"none\", but must be one of create, existing."),
                arguments(
                        "tags: {'aws:owner': me}",
                        "tags.\"aws:owner\" is not allowed; a tag's name has 1 to 128 characters and does not begin with aws:."));
    }

    @ParameterizedTest
    @MethodSource("options")
    void optionsThatDoNotFitTogetherAreNamed(String yaml, String sentence) {
        ExampleEnvironment folder = ExampleEnvironment.in(root).platformAlso(yaml + "\n");

        assertThat(folder.problems()).containsExactly(PLATFORM_FILE + sentence);
    }

    @Test
    void subscribingNeedsNoMoreThanTheSwitchAndAnAddress() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platformAlso(
                                "quickSight: {enabled: true, subscribe: true, notificationEmail: a@example.com}\n");

        Platform.QuickSight quickSight = folder.load().platform().quickSight();

        assertThat(quickSight.subscribe()).isTrue();
        assertThat(quickSight.notificationEmail()).isEqualTo("a@example.com");
    }

    @Test
    void withoutGitHubNoWorkflowIsLetIn() {
        assertThat(ExampleEnvironment.in(root).load().platform().gitHub().isWanted()).isFalse();
    }

    @Test
    void gitHubNeedsNoMoreThanTheRepository() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platformAlso("github: {repository: Acme/analysis.data}\n");

        assertThat(folder.load().platform().gitHub())
                .isEqualTo(
                        new GitHub("Acme/analysis.data", Optional.empty(), GitHub.Provider.CREATE));
    }

    @Test
    void gitHubsEnvironmentAndAnExistingProviderAreRead() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platformAlso(
                                "github: {repository: acme/analysis, environment: live, provider: existing}\n");

        assertThat(folder.load().platform().gitHub())
                .isEqualTo(
                        new GitHub("acme/analysis", Optional.of("live"), GitHub.Provider.EXISTING));
    }

    @Test
    void peopleAndViewsOfQuickSightAreRead() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platformAlso(
                                """
                                quickSight:
                                  enabled: true
                                  viewers: [login/taro@example.com]
                                  authors: [jiro]
                                  admins: [hanako]
                                  userManagers: ["arn:aws:iam::111111111111:role/office"]
                                  views: [learning.courses]
                                """);

        Platform.QuickSight quickSight = folder.load().platform().quickSight();

        assertThat(quickSight.people())
                .isEqualTo(
                        new Platform.People(
                                List.of("login/taro@example.com"),
                                List.of("jiro"),
                                List.of("hanako"),
                                List.of("arn:aws:iam::111111111111:role/office")));
        assertThat(quickSight.views())
                .containsExactly(new Platform.PublishedView("learning", "courses"));
    }

    @Test
    void moreKpisThanADashboardCanShowAreRefusedOnlyWithQuickSight() {
        StringBuilder kpis = new StringBuilder("kpis:\n");
        for (int index = 0; index < 201; index++) {
            kpis.append(
                    "  - {id: kpi_%d, title: {ja: k, en: k}, owner: a@example.com, source: learning, unit: rows, direction: none, chart: number, aggregate: safe, reason: counts courses, sql: SELECT count(*) AS value FROM courses}%n"
                            .formatted(index));
        }
        ExampleEnvironment folder = ExampleEnvironment.in(root).file("kpis.yaml", kpis.toString());
        String sentence =
                PLATFORM_FILE
                        + "quickSight.enabled is true, but kpis.yaml has 201 KPIs; one dashboard of QuickSight shows at most 200.";

        assertThat(folder.problems()).doesNotContain(sentence);
        assertThat(folder.platformAlso("quickSight: {enabled: true}\n").problems())
                .contains(sentence);
    }

    @Test
    void aSourceInAnotherRegionIsRefused() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platform("engine: mysql", "engine: mysql\n    region: us-east-1");

        assertThat(folder.problems())
                .containsExactly(
                        PLATFORM_FILE
                                + "sources[0].region is \"us-east-1\", but must be the platform's region \"ap-northeast-1\": RDS exports only to a bucket in its own region.");
    }

    @Test
    void aSourceMayLiveInTheAnalysisAccount() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root).platform("\"222222222222\"", "\"111111111111\"");

        assertThat(folder.load().sources().get(0).account()).isEqualTo("111111111111");
    }

    @Test
    void twoSourcesOfOneNameAreRefused() {
        ExampleEnvironment folder =
                ExampleEnvironment.in(root)
                        .platformAlso(
                                """
                                  - name: learning
                                    account: "222222222222"
                                    engine: mysql
                                    kind: instance
                                    identifier: other
                                    database: learning
                                    tables: [users, courses]
                                """);

        assertThat(folder.problems())
                .containsExactly(
                        PLATFORM_FILE
                                + "sources[1].name is \"learning\", but so is sources[0].name; every source needs its own name.");
    }
}
