package analysisplatform.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place on a dashboard, as its body describes it:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 *
 * @param width in columns; a dashboard has 24
 * @param height in rows
 */
record Widget(String type, int width, int height, Map<String, Object> properties) {

    static final int DAY = 86_400;
    static final int HOUR = 3600;

    static Widget text(int width, int height, String markdown) {
        return new Widget("text", width, height, Map.of("markdown", markdown));
    }

    static Widget alarms(int width, int height, String title, List<String> arns) {
        return new Widget("alarm", width, height, map("title", title, "alarms", arns));
    }

    /** The newest number of each metric. */
    static Widget number(
            int width, int height, String title, String region, List<List<Object>> metrics) {
        return graph(width, height, title, region, metrics).with("view", "singleValue");
    }

    /** Each metric over time. */
    static Widget graph(
            int width, int height, String title, String region, List<List<Object>> metrics) {
        return new Widget(
                "metric",
                width,
                height,
                map("view", "timeSeries", "title", title, "region", region, "metrics", metrics));
    }

    Widget with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(properties);
        more.put(key, value);
        return new Widget(type, width, height, more);
    }

    Map<String, Object> at(int x, int y) {
        return map(
                "type",
                type,
                "x",
                x,
                "y",
                y,
                "width",
                width,
                "height",
                height,
                "properties",
                properties);
    }

    /** Entry of a widget's metrics: namespace, name, then names and values of the dimensions. */
    static List<Object> measured(Map<String, Object> options, String... metric) {
        List<Object> entry = new ArrayList<>(Arrays.asList((Object[]) metric));
        entry.add(options);
        return entry;
    }

    /** Entry of a widget's metrics that is computed from the others. */
    static List<Object> computed(String id, String expression, String label) {
        return List.of(map("id", id, "expression", expression, "label", label));
    }

    /** In the order given, so that equal dashboards are equal texts. */
    static Map<String, Object> map(String firstKey, Object firstValue, Object... more) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(firstKey, firstValue);
        for (int i = 0; i < more.length; i += 2) {
            map.put((String) more[i], more[i + 1]);
        }
        return map;
    }
}
