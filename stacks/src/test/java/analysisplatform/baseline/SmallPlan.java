package analysisplatform.baseline;

import analysisplatform.constructs.TestJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Plans made by hand. */
final class SmallPlan {

    private SmallPlan() {}

    /**
     * Of a plan.
     *
     * @param values what is known of it
     * @param expressions what the configuration says
     */
    record Resource(String address, String values, String expressions) {

        private String planned() {
            return "{\"mode\": \"managed\", %s, \"values\": %s}".formatted(names(), values);
        }

        private String configured() {
            return "{%s, \"expressions\": %s}".formatted(names(), expressions);
        }

        private String names() {
            String[] typeAndName = address.split("\\.");
            return "\"address\": \"%s\", \"type\": \"%s\", \"name\": \"%s\""
                    .formatted(address, typeAndName[0], typeAndName[1]);
        }
    }

    static JsonNode of(Resource... resources) {
        List<String> planned = Stream.of(resources).map(Resource::planned).toList();
        List<String> configured = Stream.of(resources).map(Resource::configured).toList();
        return TestJson.parse(
                """
                {"planned_values": {"root_module": {"resources": %s}},
                 "configuration": {"root_module": {"resources": %s}}}
                """
                        .formatted(planned, configured));
    }
}
