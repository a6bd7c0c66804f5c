package analysisplatform.baseline;

import com.fasterxml.jackson.databind.JsonNode;

/** A resource as a synthesised stack declares it. */
record Declared(String type, String id, JsonNode body) {

    String address() {
        return type + "." + id;
    }

    String text(String pointer) {
        return body.at(pointer).asText();
    }

    boolean isTrue(String pointer) {
        return body.at(pointer).asBoolean(false);
    }

    /** Whether a property's value is taken from another resource. */
    boolean refersTo(String pointer, Declared other) {
        return text(pointer).startsWith("${" + other.address() + ".");
    }
}
