package analysisplatform.workflow;

import analysisplatform.config.Environment;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.PolicyFingerprint;
import analysisplatform.config.Source;
import analysisplatform.masking.Databases;
import analysisplatform.names.Names;
import java.util.List;

/** What all chapters of one source's state machine know. */
record Night(NightlyStatements statements, PipelineArns arns) {

    /**
     * Statements of one kind at a time. An account may have 20 in Athena, those that wait included,
     * and other sources and the analysts want theirs:
     * https://docs.aws.amazon.com/athena/latest/ug/service-limits.html
     */
    static final int STATEMENTS_AT_A_TIME = 10;

    Environment environment() {
        return statements.environment();
    }

    Source source() {
        return statements.source();
    }

    Names names() {
        return Names.of(environment());
    }

    MaskingPolicy policy() {
        return environment().policyOf(source());
    }

    String policyVersion() {
        return PolicyFingerprint.of(environment(), source());
    }

    Databases databases() {
        return Databases.of(names(), source(), environment().platform().pseudonymKeyVersion());
    }

    List<String> rawTableNames() {
        return source().sourceTables().stream().map(table -> table.rawName()).toList();
    }

    List<String> publishedNames() {
        return source().sourceTables().stream().map(table -> table.publishedName()).toList();
    }
}
