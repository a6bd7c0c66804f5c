package analysisplatform.baseline;

import com.fasterxml.jackson.databind.JsonNode;

/** A resource as a stack declares it. */
record Declared(String type, String id, JsonNode body) {

    String address() {
        return type + "." + id;
    }

    /** A value, whichever way the blocks around it are written. */
    JsonNode at(String pointer) {
        return Blocks.at(body, pointer);
    }

    String text(String pointer) {
        return at(pointer).asText();
    }

    boolean isTrue(String pointer) {
        return at(pointer).asBoolean(false);
    }

    /** Whether a property's value is taken from another resource. */
    boolean refersTo(String pointer, Declared other) {
        return text(pointer).startsWith("${" + other.address() + ".");
    }
}
