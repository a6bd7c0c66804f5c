package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.quicksight.Asset;
import analysisplatform.quicksight.DataSet;
import com.hashicorp.cdktf.TerraformResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Creates the data sets. They are loaded into SPICE by the nightly run, never by a clock and never
 * by a click: a schedule would load what is not yet published.
 */
final class QuickSightDataSets extends Construct {

    private static final String TABLE = "view";

    private final String dataSource;
    private final List<Map<String, Object>> permissions;
    private final Map<String, TerraformResource> byId = new LinkedHashMap<>();

    /**
     * @param dataSource its ARN
     */
    QuickSightDataSets(
            Construct scope,
            String id,
            Environment environment,
            QuickSightPeople people,
            String dataSource) {
        super(scope, id);
        this.dataSource = dataSource;
        this.permissions = people.permissions(Asset.DATA_SET);
        DataSet.of(environment).forEach(this::create);
    }

    /** ARN of a data set by its id. */
    String arn(String id) {
        return byId.get(id).getStringAttribute("arn");
    }

    /** What AWS would fill in is spelled out, because the provider would want to take it away. */
    private void create(DataSet dataSet) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("data_set_id", dataSet.id());
        arguments.put("name", dataSet.id());
        arguments.put("import_mode", "SPICE");
        arguments.put(
                "physical_table_map",
                List.of(
                        Map.of(
                                "physical_table_map_id",
                                TABLE,
                                "relational_table",
                                List.of(relation(dataSet)))));
        arguments.put(
                "logical_table_map",
                List.of(
                        Map.of(
                                "logical_table_map_id",
                                TABLE,
                                "alias",
                                dataSet.relation().view(),
                                "source",
                                List.of(Map.of("physical_table_id", TABLE)))));
        arguments.put(
                "data_set_usage_configuration",
                List.of(
                        Map.of(
                                "disable_use_as_direct_query_source",
                                false,
                                "disable_use_as_imported_source",
                                false)));
        arguments.put("permissions", permissions);
        byId.put(
                dataSet.id(),
                PlainResource.of(this, dataSet.id(), "aws_quicksight_data_set", arguments));
    }

    private Map<String, Object> relation(DataSet dataSet) {
        return Map.of(
                "data_source_arn",
                dataSource,
                "catalog",
                "AwsDataCatalog",
                "schema",
                dataSet.relation().database(),
                "name",
                dataSet.relation().view(),
                "input_columns",
                dataSet.columns().stream()
                        .map(column -> Map.of("name", column.name(), "type", column.type().name()))
                        .toList());
    }
}
