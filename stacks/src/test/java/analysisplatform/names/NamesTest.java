package analysisplatform.names;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Source;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final Names NAMES = new Names("acme", "prod", "111111111111", "ap-northeast-1");
    private static final Source SHOP = source("web-shop");

    @Test
    void bucketsCarryAccountAndRegionBecauseTheyAreUniqueInTheWorld() {
        assertThat(NAMES.quarantineBucket())
                .isEqualTo("acme-prod-quarantine-111111111111-ap-northeast-1");
        assertThat(NAMES.maskedBucket()).isEqualTo("acme-prod-masked-111111111111-ap-northeast-1");
        assertThat(NAMES.resultsBucket())
                .isEqualTo("acme-prod-results-111111111111-ap-northeast-1");
        assertThat(NAMES.stateBucket("222222222222", "us-east-1"))
                .isEqualTo("acme-prod-state-222222222222-us-east-1");
    }

    @Test
    void glueNamesKnowNoHyphen() {
        assertThat(NAMES.rawDatabase(SHOP)).isEqualTo("acme_prod_web_shop_raw");
        assertThat(NAMES.maskedDatabase(SHOP)).isEqualTo("acme_prod_web_shop_masked");
        assertThat(NAMES.publishedDatabase(SHOP)).isEqualTo("acme_prod_web_shop_published");
        assertThat(NAMES.pseudonymKeyDatabase()).isEqualTo("acme_prod_pseudonym_key");
    }

    @Test
    void everythingElseIsProjectEnvironmentAndPurpose() {
        assertThat(NAMES.crawler(SHOP)).isEqualTo("acme-prod-raw-web-shop");
        assertThat(NAMES.stateMachine(SHOP)).isEqualTo("acme-prod-nightly-web-shop");
        assertThat(NAMES.pipelineWorkgroup()).isEqualTo("acme-prod-pipeline");
        assertThat(NAMES.analystsWorkgroup()).isEqualTo("acme-prod-analysts");
        assertThat(NAMES.exportFunction()).isEqualTo("acme-prod-export");
        assertThat(NAMES.runsTable()).isEqualTo("acme-prod-runs");
        assertThat(NAMES.topic()).isEqualTo("acme-prod-alerts");
        assertThat(NAMES.quarantineKeyAlias()).isEqualTo("alias/acme-prod-quarantine");
        assertThat(NAMES.maskedKeyAlias()).isEqualTo("alias/acme-prod-masked");
        assertThat(NAMES.externalId(SHOP)).isEqualTo("acme-prod-web-shop");
    }

    @Test
    void rolesOfTheSourceLiveInItsAccount() {
        assertThat(new Roles(NAMES).analyst().arn())
                .isEqualTo("arn:aws:iam::111111111111:role/acme-prod-analyst");
        assertThat(NAMES.callerRoleArn(SHOP))
                .isEqualTo("arn:aws:iam::222222222222:role/acme-prod-web-shop-caller");
        assertThat(NAMES.exportRoleArn(SHOP))
                .isEqualTo("arn:aws:iam::222222222222:role/acme-prod-web-shop-export");
    }

    @Test
    void pathsInBucketsNameTheSource() {
        assertThat(NAMES.exportPrefix(SHOP)).isEqualTo("exports/web-shop");
        assertThat(NAMES.maskedPrefix(SHOP)).isEqualTo("masked/web-shop");
        assertThat(NAMES.maskedRoot(SHOP))
                .isEqualTo("s3://acme-prod-masked-111111111111-ap-northeast-1/masked/web-shop");
        assertThat(NAMES.pseudonymKeyPrefix(2)).isEqualTo("pseudonym-key/v2");
        assertThat(NAMES.stateKey("prod-web-shop"))
                .isEqualTo("acme/prod-web-shop/terraform.tfstate");
    }

    @Test
    void arnsAreOfTheAnalysisAccount() {
        assertThat(NAMES.arn("states", "stateMachine:acme-prod-nightly-web-shop"))
                .isEqualTo(
                        "arn:aws:states:ap-northeast-1:111111111111:stateMachine:acme-prod-nightly-web-shop");
    }

    @Test
    void twoEnvironmentsInOneAccountNeverShareAName() {
        Names other = new Names("acme", "dev", "111111111111", "ap-northeast-1");

        Set<String> shared = new HashSet<>(values(NAMES));
        shared.retainAll(values(other));

        assertThat(values(NAMES)).hasSizeGreaterThan(20);
        assertThat(shared).isEmpty();
    }

    private static Set<String> values(Names names) {
        return Stream.concat(
                        AwsName.ofEnvironment(names).stream(),
                        AwsName.ofSource(names, SHOP).stream())
                .map(AwsName::value)
                .collect(Collectors.toSet());
    }

    private static Source source(String name) {
        return new Source(
                name,
                "222222222222",
                "ap-northeast-1",
                Source.Engine.POSTGRESQL,
                Source.Kind.INSTANCE,
                "shop",
                "shop",
                List.of("public.users"),
                Duration.ofHours(26));
    }
}
