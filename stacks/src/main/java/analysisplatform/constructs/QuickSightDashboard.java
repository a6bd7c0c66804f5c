package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.names.Names;
import analysisplatform.quicksight.Asset;
import analysisplatform.quicksight.DashboardDefinition;
import analysisplatform.quicksight.Theme;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Creates the dashboard of the KPIs, its theme, and the shared folder in which people find it.
 *
 * <p>The provider reads a definition back in another form than it was written (its issues 36733 and
 * 41878), so its changes are ignored, and a fingerprint of the definition makes a changed dashboard
 * anew instead. Id and address stay; what people set on it themselves, such as mailed reports,
 * goes.
 */
final class QuickSightDashboard extends Construct {

    private static final String ENABLED = "ENABLED";

    private final String region;

    /** Of dashboard, folder and theme. */
    private final String id;

    private final QuickSightPeople people;
    private final TerraformResource fingerprint;

    QuickSightDashboard(
            Construct scope,
            String constructId,
            Environment environment,
            QuickSightPeople people,
            QuickSightDataSets dataSets) {
        super(scope, constructId);
        this.region = environment.platform().region();
        this.id = Names.of(environment).named("kpis");
        this.people = people;
        DashboardDefinition definition = new DashboardDefinition(environment);
        this.fingerprint =
                PlainResource.of(
                        this,
                        "fingerprint",
                        "terraform_data",
                        Map.of("input", definition.version()));
        TerraformResource theme = createTheme();
        TerraformResource dashboard =
                createDashboard(theme, definition.version(), definition.block(dataSets::arn));
        putIntoFolder(dashboard, createFolder());
        tellAddress();
    }

    private void tellAddress() {
        TerraformOutput output =
                new TerraformOutput(
                        this,
                        "address",
                        TerraformOutputConfig.builder()
                                .value(
                                        "https://%s.quicksight.aws.amazon.com/sn/dashboards/%s"
                                                .formatted(region, id))
                                .build());
        // People read it, so it has the plain form of the stack's own outputs.
        output.overrideLogicalId("quicksight_dashboard");
    }

    private TerraformResource createTheme() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("theme_id", id);
        arguments.put("name", id);
        arguments.put("base_theme_id", "CLASSIC");
        arguments.put("version_description", "Made from the platform's code");
        arguments.put("configuration", List.of(Theme.block()));
        arguments.put("permissions", people.permissions(Asset.THEME));
        return PlainResource.of(this, "theme", "aws_quicksight_theme", arguments);
    }

    private TerraformResource createDashboard(
            TerraformResource theme, String version, Map<String, Object> definition) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("dashboard_id", id);
        arguments.put("name", id);
        arguments.put("version_description", "kpis.yaml " + version);
        arguments.put("theme_arn", theme.getStringAttribute("arn"));
        arguments.put("definition", List.of(definition));
        arguments.put("dashboard_publish_options", List.of(publishOptions()));
        arguments.put("permissions", people.permissions(Asset.DASHBOARD));
        arguments.put(
                "lifecycle",
                Map.of(
                        "ignore_changes",
                        List.of("definition"),
                        "replace_triggered_by",
                        List.of(fingerprintAddress())));
        return PlainResource.of(this, "dashboard", "aws_quicksight_dashboard", arguments);
    }

    /** All of them, or AWS' defaults would be taken for changes. */
    private static Map<String, Object> publishOptions() {
        Map<String, Object> options = new LinkedHashMap<>();
        for (String option :
                List.of(
                        "ad_hoc_filtering_option",
                        "data_point_drill_up_down_option",
                        "data_point_menu_label_option",
                        "data_point_tooltip_option",
                        "export_to_csv_option",
                        "sheet_layout_element_maximization_option",
                        "visual_axis_sort_option",
                        "visual_menu_option")) {
            options.put(option, List.of(Map.of("availability_status", ENABLED)));
        }
        options.put(
                "export_with_hidden_fields_option",
                List.of(Map.of("availability_status", "DISABLED")));
        options.put("sheet_controls_option", List.of(Map.of("visibility_state", "COLLAPSED")));
        return options;
    }

    private TerraformResource createFolder() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("folder_id", id);
        arguments.put("name", id);
        arguments.put("folder_type", "SHARED");
        arguments.put("permissions", people.permissions(Asset.FOLDER));
        return PlainResource.of(this, "folder", "aws_quicksight_folder", arguments);
    }

    /** A dashboard that is made anew is in no folder. */
    private void putIntoFolder(ITerraformDependable dashboard, TerraformResource folder) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("folder_id", folder.getStringAttribute("folder_id"));
        arguments.put("member_type", "DASHBOARD");
        arguments.put("member_id", id);
        arguments.put("lifecycle", Map.of("replace_triggered_by", List.of(fingerprintAddress())));
        PlainResource.of(
                this,
                "folder-entry",
                "aws_quicksight_folder_membership",
                arguments,
                List.of(dashboard));
    }

    /** Terraform wants a plain reference here, not an expression. */
    private String fingerprintAddress() {
        return fingerprint.getTerraformResourceType() + "." + fingerprint.getFriendlyUniqueId();
    }
}
