package analysisplatform.workflow;

import analysisplatform.config.Environment;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.PolicyFingerprint;
import analysisplatform.config.Source;
import analysisplatform.masking.Databases;
import analysisplatform.masking.ProofStatement;
import analysisplatform.masking.Proofs;
import analysisplatform.names.Names;
import java.util.List;

/** What all chapters of one source's state machine know. */
record Night(Environment environment, Source source, PipelineArns arns) {

    Names names() {
        return Names.of(environment);
    }

    MaskingPolicy policy() {
        return environment.policyOf(source);
    }

    String policyVersion() {
        return PolicyFingerprint.of(environment, source);
    }

    private int pseudonymKeyVersion() {
        return environment.platform().pseudonymKeyVersion();
    }

    Databases databases() {
        return Databases.of(names(), source, pseudonymKeyVersion());
    }

    List<TableNight> tables() {
        return source.sourceTables().stream().map(table -> TableNight.of(this, table)).toList();
    }

    List<ProofStatement> proofs() {
        return Proofs.of(source.sourceTables(), policy(), databases());
    }

    List<String> rawTableNames() {
        return source.sourceTables().stream().map(table -> table.rawName()).toList();
    }

    List<String> publishedNames() {
        return source.sourceTables().stream().map(table -> table.publishedName()).toList();
    }
}
