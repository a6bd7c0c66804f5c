package analysisplatform.config;

import analysisplatform.config.document.Document;

/** What the schema cannot say about a masking file, as far as the file alone tells. */
final class PolicyRules {

    private PolicyRules() {}

    static void check(Document policy) {
        TimeZones.check(policy);
        ColumnRules.check(policy);
        RelationRules.check(policy);
        QuasiIdentifierRules.check(policy);
    }
}
