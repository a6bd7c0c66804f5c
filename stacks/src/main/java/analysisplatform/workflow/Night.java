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
import java.util.stream.Stream;

/** What all chapters of one source's state machine know. */
record Night(Environment environment, Source source, PipelineArns arns) {

    /**
     * Statements of one kind at a time. An account may have 20 in Athena, those that wait included,
     * and other sources and the analysts want theirs:
     * https://docs.aws.amazon.com/athena/latest/ug/service-limits.html
     */
    static final int STATEMENTS_AT_A_TIME = 10;

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

    /** All that is said to Athena and to the catalogue about single tables and by single proofs. */
    List<StatementFile> files() {
        return Stream.of(
                        new MaskFiles(this).files(),
                        new ProofFiles(this).files(),
                        new ViewFiles(this).files())
                .flatMap(List::stream)
                .toList();
    }

    List<String> rawTableNames() {
        return source.sourceTables().stream().map(table -> table.rawName()).toList();
    }

    List<String> publishedNames() {
        return source.sourceTables().stream().map(table -> table.publishedName()).toList();
    }
}
