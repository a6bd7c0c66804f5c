package analysisplatform.workflow;

import analysisplatform.config.Environment;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.Source;
import analysisplatform.masking.Databases;
import analysisplatform.masking.Proofs;
import analysisplatform.names.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is said to Athena and to the catalogue about single tables of one source and by single
 * proofs. Made from the configuration alone, so it can be there before any resource is, and made
 * once, since it is what synthesis computes longest.
 */
public final class NightlyStatements {

    private final Environment environment;
    private final Source source;
    private final MaskFiles masks;
    private final ProofFiles proofs;
    private final ViewFiles views;

    public NightlyStatements(Environment environment, Source source) {
        this.environment = environment;
        this.source = source;
        Names names = Names.of(environment);
        Databases databases =
                Databases.of(names, source, environment.platform().pseudonymKeyVersion());
        MaskingPolicy policy = environment.policyOf(source);
        String prefix = names.statementsPrefix(source);
        this.masks =
                new MaskFiles(
                        prefix,
                        source.sourceTables().stream()
                                .map(table -> TableNight.of(table, policy, databases))
                                .toList());
        this.proofs =
                new ProofFiles(
                        prefix,
                        source.sourceTables(),
                        Proofs.of(source.sourceTables(), policy, databases));
        this.views =
                new ViewFiles(
                        prefix, source.sourceTables(), policy, environment.platform().language());
    }

    /** What the state machine reads from the masked store; must be there before it. */
    public List<StatementFile> files() {
        return Stream.of(masks.files(), proofs.files(), views.files())
                .flatMap(List::stream)
                .toList();
    }

    Environment environment() {
        return environment;
    }

    Source source() {
        return source;
    }

    MaskFiles masks() {
        return masks;
    }

    ProofFiles proofs() {
        return proofs;
    }

    ViewFiles views() {
        return views;
    }
}
