package analysisplatform.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.Kpi;
import analysisplatform.quicksight.QuickSightEnvironments;
import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.Testing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a change of {@code kpis.yaml} changes of the stack: exactly what shows or computes the KPI,
 * with everything of QuickSight's switched on.
 */
class KpiChangeTest {

    private static final List<Kpi> KPIS = QuickSightEnvironments.on().kpis();
    private static final Map<String, JsonNode> BEFORE = resources(KPIS);

    private static final String MACHINE = "aws_sfn_state_machine";
    private static final String DASHBOARD = "aws_cloudwatch_dashboard";
    private static final String ALARM = "aws_cloudwatch_metric_alarm";

    /** The view {@code kpi_latest} holds titles and targets. */
    private static final String VIEW = "aws_glue_catalog_table";

    /** The saved query, and QuickSight's dashboard with its fingerprint, change with each KPI. */
    private static final List<String> ALWAYS =
            List.of("aws_athena_named_query", "aws_quicksight_dashboard", "terraform_data");

    @Test
    void nothingChangesWhereNothingIsChanged() {
        assertThat(changed(KPIS)).isEmpty();
    }

    @Test
    void aNewKpiIsComputedShownAndNothingElse() {
        List<Kpi> more = new ArrayList<>(KPIS);
        more.add(changed(number(), "another", number().title(), Kpi.Alert.NEVER));

        assertThat(changed(more)).isEqualTo(with(MACHINE, DASHBOARD, VIEW));
    }

    @Test
    void aNewKpiWithAnAlertHasItsAlarmToo() {
        List<Kpi> more = new ArrayList<>(KPIS);
        more.add(
                changed(
                        number(),
                        "another",
                        number().title(),
                        new Kpi.Alert(OptionalDouble.of(1), OptionalDouble.empty())));

        assertThat(changed(more)).isEqualTo(with(MACHINE, DASHBOARD, VIEW, ALARM));
    }

    @Test
    void aTitleIsNoMatterOfTheStateMachine() {
        Kpi number = number();
        List<Kpi> renamed =
                KPIS.stream()
                        .map(
                                kpi ->
                                        kpi.equals(number)
                                                ? changed(
                                                        kpi,
                                                        kpi.id(),
                                                        new Kpi.Titles("別の題", "Other"),
                                                        kpi.alert())
                                                : kpi)
                        .toList();

        assertThat(changed(renamed)).isEqualTo(with(DASHBOARD, VIEW));
    }

    @Test
    void aRemovedKpiGoesAndItsHistoryStays() {
        Kpi number = number();

        assertThat(changed(KPIS.stream().filter(kpi -> !kpi.equals(number)).toList()))
                .isEqualTo(with(MACHINE, DASHBOARD, VIEW));
    }

    /** One value, no alert. */
    private static Kpi number() {
        return KPIS.stream()
                .filter(kpi -> kpi.id().equals("monthly_revenue"))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> with(String... types) {
        return Stream.concat(Stream.of(types), ALWAYS.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Types of the resources that differ, one of each. */
    private static Set<String> changed(List<Kpi> kpis) {
        Map<String, JsonNode> after = resources(kpis);
        Set<String> addresses = new TreeSet<>(BEFORE.keySet());
        addresses.addAll(after.keySet());
        List<String> changed =
                addresses.stream()
                        .filter(
                                it ->
                                        !String.valueOf(BEFORE.get(it))
                                                .equals(String.valueOf(after.get(it))))
                        .map(it -> it.split(" ")[0])
                        .toList();
        assertThat(changed).as("one of each type").doesNotHaveDuplicates();
        return new TreeSet<>(changed);
    }

    private static Map<String, JsonNode> resources(List<Kpi> kpis) {
        Environment environment = QuickSightEnvironments.with(kpis);
        AnalysisStack stack =
                new AnalysisStack(
                        Testing.app(),
                        new AnalysisStack.Config(
                                environment, Path.of("src/test/resources/function.jar")));
        Map<String, JsonNode> resources = new TreeMap<>();
        TestJson.parse(Testing.synth(stack))
                .get("resource")
                .properties()
                .forEach(
                        type ->
                                type.getValue()
                                        .properties()
                                        .forEach(
                                                it ->
                                                        resources.put(
                                                                type.getKey() + " " + it.getKey(),
                                                                it.getValue())));
        return resources;
    }

    private static Kpi changed(Kpi kpi, String id, Kpi.Titles title, Kpi.Alert alert) {
        return new Kpi(
                id,
                title,
                kpi.owner(),
                kpi.source(),
                kpi.query(),
                kpi.unit(),
                kpi.direction(),
                kpi.chart(),
                kpi.comparison(),
                kpi.target(),
                alert);
    }
}
