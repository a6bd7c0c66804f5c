package analysisplatform.quicksight;

import static analysisplatform.quicksight.Blocks.block;

import analysisplatform.json.Literal;
import java.util.Map;

/**
 * Fields of one visual.
 *
 * @param visual its id, part of each field's id
 * @param dataSet identifier of the data set in the dashboard
 */
record Fields(String visual, String dataSet) {

    private static final String NOTHING = "—";

    /** A number, summed up; without a unit when the text is empty. */
    Map<String, Object> number(String column, String unit) {
        return block(
                "numerical_measure_field",
                block(
                        "field_id",
                        id(column),
                        "column",
                        column(column),
                        "aggregation_function",
                        block("simple_numerical_aggregation", "SUM"),
                        "format_configuration",
                        block("numeric_format_configuration", format(unit))));
    }

    Map<String, Object> group(String column) {
        return block(
                "categorical_dimension_field",
                block("field_id", id(column), "column", column(column)));
    }

    Map<String, Object> day(String column) {
        return block(
                "date_dimension_field",
                block("field_id", id(column), "column", column(column), "date_granularity", "DAY"));
    }

    /** A column of a table that shows rows as they are. */
    Map<String, Object> plain(String column) {
        return block("field_id", id(column), "column", column(column));
    }

    String id(String column) {
        return visual + "." + column;
    }

    Map<String, Object> column(String column) {
        return block("data_set_identifier", dataSet, "column_name", column);
    }

    private static Map<String, Object> format(String unit) {
        Map<String, Object> format =
                block(
                        "null_value_format_configuration",
                        block("null_string", NOTHING),
                        "separator_configuration",
                        block(
                                "thousands_separator",
                                block("symbol", "COMMA", "visibility", "VISIBLE")));
        if (!unit.isEmpty()) {
            format.put("suffix", (unit.equals("%") ? "" : " ") + Literal.text(unit));
        }
        return block("number_display_format_configuration", format);
    }
}
