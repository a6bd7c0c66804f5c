package analysisplatform.tools;

import java.util.List;

/**
 * One resource that a plan changes.
 *
 * @param attributes what changes of it, in words without secrets; empty where all of it is new or
 *     goes
 */
record PlannedChange(String address, String type, Kind kind, List<String> attributes) {

    /** Worst first. */
    enum Kind {
        DESTROY("destroyed"),
        REPLACE("destroyed and made again"),
        FORGET("forgotten by Terraform, but left"),
        UPDATE("changed"),
        CREATE("created"),
        IMPORT("taken over");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean loses() {
            return this == DESTROY || this == REPLACE;
        }
    }

    PlannedChange {
        attributes = List.copyOf(attributes);
    }
}
