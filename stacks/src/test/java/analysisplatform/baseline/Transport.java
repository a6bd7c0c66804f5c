package analysisplatform.baseline;

import java.util.List;

/** The statement that refuses what comes without TLS. */
final class Transport {

    private Transport() {}

    static boolean isRefused(PolicyStatement statement, String action, List<String> resources) {
        return !statement.allows()
                && statement.isForEverybody()
                && statement.actions().contains(action)
                && statement.resources().containsAll(resources)
                && statement.json().at("/Condition").size() == 1
                && statement.json().at("/Condition/Bool").size() == 1
                && statement.wanted("aws:SecureTransport").equals(List.of("false"));
    }
}
