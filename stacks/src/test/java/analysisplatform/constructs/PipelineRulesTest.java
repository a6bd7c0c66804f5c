package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.AwsName;
import analysisplatform.names.Names;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of the nightly run and of those who query. */
class PipelineRulesTest {

    private static final Synthesised PROD = Synthesised.FULL_ANALYSIS;
    private static final Synthesised LOCAL = Synthesised.LOCAL_ANALYSIS;
    private static final Names NAMES = Names.of(PROD.environment());
    private static final Arns ARNS = Arns.of(PROD.environment());

    @Test
    void functionRunsOnTheNewestJavaWithItsOwnLog() {
        JsonNode function = only("aws_lambda_function");

        assertThat(function.at("/runtime").asText()).isEqualTo("java21");
        assertThat(TestJson.texts(function.at("/architectures"))).containsExactly("arm64");
        assertThat(function.at("/timeout").asInt()).isEqualTo(900);
        assertThat(function.at("/logging_config/log_format").asText()).isEqualTo("JSON");
        assertThat(function.at("/logging_config/log_group").asText())
                .startsWith("${aws_cloudwatch_log_group.export_log");
    }

    @Test
    void functionIsRedeployedByTheContentOfItsJar() {
        JsonNode function = only("aws_lambda_function");

        assertThat(function.at("/source_code_hash").asText())
                .isEqualTo(
                        "${filebase64sha256(\"%s\")}".formatted(function.at("/filename").asText()));
    }

    @Test
    void nightlyRunTakesItsDefinitionFromTheWorkflow() {
        JsonNode machine = byName("aws_sfn_state_machine", NAMES.stateMachine(shop()));

        String comment =
                TestJson.parse(machine.at("/definition").asText())
                        .at("/States/Done/Comment")
                        .asText();
        assertThat(comment)
                .startsWith("shop " + ARNS.exportFunction() + " ${aws_kms_key.")
                .containsSubsequence("quarantine-key", "masked-key");
    }

    @Test
    void nightlyRunLogsEventsButNoData() {
        for (JsonNode machine : PROD.resources("aws_sfn_state_machine")) {
            assertThat(machine.at("/type").asText()).isEqualTo("STANDARD");
            JsonNode logging = machine.at("/logging_configuration");
            assertThat(logging.at("/level").asText()).isEqualTo("ALL");
            assertThat(logging.at("/include_execution_data").asBoolean(true)).isFalse();
            assertThat(logging.at("/log_destination").asText()).endsWith(".arn}:*");
        }
    }

    @Test
    void everySourceIsStartedAtTheLocalTime() {
        List<JsonNode> schedules = PROD.resources("aws_scheduler_schedule");

        assertThat(schedules).hasSize(2);
        for (JsonNode schedule : schedules) {
            assertThat(schedule.at("/schedule_expression").asText())
                    .isEqualTo("cron(30 5 * * ? *)");
            assertThat(schedule.at("/schedule_expression_timezone").asText())
                    .isEqualTo("Asia/Tokyo");
            assertThat(schedule.at("/flexible_time_window/mode").asText()).isEqualTo("OFF");
        }
        assertThat(schedules)
                .extracting(schedule -> schedule.at("/target/arn").asText())
                .doesNotHaveDuplicates()
                .allMatch(arn -> arn.startsWith("${aws_sfn_state_machine."));
    }

    @Test
    void crawlerMakesTheTableFolderATable() {
        JsonNode crawler = byName("aws_glue_crawler", NAMES.crawler(shop()));
        String tableFolder =
                NAMES.quarantineBucket() + "/" + NAMES.exportPrefix(shop()) + "/e1/shop/shop.users";

        JsonNode grouping = TestJson.parse(crawler.at("/configuration").asText()).at("/Grouping");
        assertThat(grouping.at("/TableLevelConfiguration").asInt())
                .isEqualTo(tableFolder.split("/").length);
        assertThat(crawler.at("/recrawl_policy/recrawl_behavior").asText())
                .isEqualTo("CRAWL_EVERYTHING");
    }

    @Test
    void deploymentLeavesTheCrawlersTargetsToTheNightlyRun() {
        for (JsonNode crawler : PROD.resources("aws_glue_crawler")) {
            assertThat(TestJson.texts(crawler.at("/lifecycle/ignore_changes")))
                    .containsExactly("s3_target");
        }
    }

    @Test
    void stoppedRunOfASourceEmptiesThatSourcesQuarantineOnly() {
        JsonNode rule = byName("aws_cloudwatch_event_rule", NAMES.cleanUpRule(shop()));
        JsonNode pattern = TestJson.parse(rule.at("/event_pattern").asText());
        List<JsonNode> inputs =
                PROD.resources("aws_cloudwatch_event_target").stream()
                        .filter(
                                target ->
                                        target.at("/rule").asText().contains("clean-up-shop_rule"))
                        .map(target -> TestJson.parse(target.at("/input").asText()))
                        .toList();

        assertThat(TestJson.texts(pattern.at("/detail/stateMachineArn")))
                .containsExactly(ARNS.stateMachine(shop()));
        assertThat(pattern.at("/detail").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("stateMachineArn", "$or");
        assertThat(pattern.at("/detail/$or")).hasSize(2);
        assertThat(TestJson.texts(pattern.at("/detail/$or/0/status")))
                .containsExactlyInAnyOrder("TIMED_OUT", "ABORTED");
        assertThat(TestJson.texts(pattern.at("/detail/$or/1/status"))).containsExactly("FAILED");
        assertThat(TestJson.texts(pattern.at("/detail/$or/1/error")))
                .containsExactlyInAnyOrder("States.Runtime", "States.DataLimitExceeded");
        JsonNode input = inputs.get(0);
        assertThat(inputs).hasSize(1);
        assertThat(input.at("/step").asText()).isEqualTo("CleanUp");
        assertThat(input.at("/bucket").asText()).isEqualTo(NAMES.quarantineBucket());
        assertThat(input.at("/prefix").asText()).isEqualTo("exports/shop");
        assertThat(input.at("/source/account").asText()).isEqualTo(shop().account());
        assertThat(input.at("/callerRoleArn").asText()).isEqualTo(NAMES.callerRoleArn(shop()));
        assertThat(input.at("/externalId").asText()).isEqualTo(NAMES.externalId(shop()));
    }

    @Test
    void analystsCannotLeaveTheirWorkgroupsSettings() {
        JsonNode workgroup = byName("aws_athena_workgroup", NAMES.analystsWorkgroup());
        JsonNode settings = workgroup.at("/configuration");

        assertThat(settings.at("/enforce_workgroup_configuration").asBoolean()).isTrue();
        assertThat(settings.at("/bytes_scanned_cutoff_per_query").asLong())
                .isEqualTo(2048L * 1024 * 1024);
        JsonNode results = settings.at("/result_configuration");
        assertThat(results.at("/encryption_configuration/encryption_option").asText())
                .isEqualTo("SSE_KMS");
        assertThat(results.at("/expected_bucket_owner").asText())
                .isEqualTo(TestEnvironments.ANALYSIS_ACCOUNT);
        assertThat(results.at("/output_location").asText()).endsWith("/analysts/");
    }

    @Test
    void pipelinesWorkgroupLetsTablesHaveALocation() {
        JsonNode workgroup = byName("aws_athena_workgroup", NAMES.pipelineWorkgroup());

        assertThat(workgroup.at("/configuration/enforce_workgroup_configuration").asBoolean(true))
                .isFalse();
    }

    @Test
    void switchedOffPartsAreNotCreated() {
        assertThat(LOCAL.json().at("/resource").properties())
                .noneMatch(type -> type.getKey().startsWith("aws_quicksight"));
        assertThat(LOCAL.resources("aws_iam_role"))
                .noneMatch(role -> role.at("/name").asText().endsWith("-analyst"));
        assertThat(PROD.resources("aws_quicksight_data_source")).hasSize(1);
        assertThat(PROD.resources("aws_quicksight_account_subscription")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Synthesised.class)
    void everyRoleIsAmongTheNamesWhoseLengthTheConfigurationChecks(Synthesised stack) {
        Names names = Names.of(stack.environment());
        Set<String> checked = new HashSet<>();
        AwsName.ofEnvironment(names).forEach(name -> checked.add(name.value()));
        for (Source source : stack.environment().sources()) {
            AwsName.ofSource(names, source).forEach(name -> checked.add(name.value()));
        }

        assertThat(stack.resources("aws_iam_role"))
                .isNotEmpty()
                .allMatch(role -> checked.contains(role.at("/name").asText()));
    }

    private static Source shop() {
        return TestEnvironments.SHOP;
    }

    private static JsonNode only(String type) {
        List<JsonNode> resources = PROD.resources(type);
        assertThat(resources).hasSize(1);
        return resources.get(0);
    }

    private static JsonNode byName(String type, String name) {
        return PROD.resources(type).stream()
                .filter(it -> it.at("/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + type + " " + name));
    }
}
