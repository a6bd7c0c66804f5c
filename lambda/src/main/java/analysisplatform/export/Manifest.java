package analysisplatform.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What RDS itself says about an export. The files' form is not documented: unknown keys are
 * ignored, and what is missing is reported as a missing table, never as success.
 *
 * @param present whether both kinds of manifest file exist
 */
record Manifest(boolean present, double sizeGb, List<TableStatus> tables) {

    /**
     * One line of the manifest.
     *
     * @param warning empty when there is none
     */
    record TableStatus(String target, String status, String warning) {

        private static TableStatus of(Map<?, ?> json) {
            return new TableStatus(
                    text(json.get("target")),
                    text(json.get("status")),
                    text(json.get("warningMessage")));
        }

        /** The reason why the table cannot be used, if there is one. */
        Optional<String> problem() {
            if (!"COMPLETE".equalsIgnoreCase(status)) {
                return Optional.of("status " + (status.isEmpty() ? "unknown" : status));
            }
            return warning.isBlank() ? Optional.empty() : Optional.of("warning: " + warning);
        }
    }

    static Manifest parse(Optional<String> info, List<String> tables) {
        List<TableStatus> statuses = new ArrayList<>();
        for (String file : tables) {
            if (object(file).get("perTableStatus") instanceof List<?> entries) {
                for (Object entry : entries) {
                    if (entry instanceof Map<?, ?> json) {
                        statuses.add(TableStatus.of(json));
                    }
                }
            }
        }
        double sizeGb =
                info.map(Manifest::object)
                        .map(json -> json.get("totalExportedDataInGB"))
                        .map(Manifest::size)
                        .orElse(0.0);
        return new Manifest(info.isPresent() && !tables.isEmpty(), sizeGb, List.copyOf(statuses));
    }

    private static Map<?, ?> object(String file) {
        return Json.parse(file).orElse(null) instanceof Map<?, ?> json ? json : Map.of();
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        return value == null ? "" : Json.write(value);
    }

    private static Double size(Object value) {
        try {
            double size = Double.parseDouble(text(value));
            return size >= 0 && size < Double.MAX_VALUE ? size : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
