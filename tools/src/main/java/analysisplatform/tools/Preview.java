package analysisplatform.tools;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.engine.AthenaOnFiles;
import analysisplatform.engine.Engine;
import analysisplatform.engine.ExportCatalog;
import analysisplatform.engine.ExportFolder;
import analysisplatform.engine.Row;
import analysisplatform.engine.TextTable;
import analysisplatform.masking.Databases;
import analysisplatform.masking.ProofStatement;
import analysisplatform.masking.Proofs;
import analysisplatform.masking.PseudonymKey;
import analysisplatform.masking.TableStatements;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** One night on the embedded engine: the statements that are deployed, and nothing else of AWS. */
final class Preview {

    /** The key is made for this preview alone. */
    private static final String KEY = "pseudonyms";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private final Engine engine;
    private final AthenaOnFiles athena;
    private final Source source;
    private final MaskingPolicy policy;
    private final Databases databases;
    private final SampleRows sampleRows;
    private final String run = "r" + LocalDateTime.now(ZoneOffset.UTC).format(TIME) + "_00000000";
    private final Set<String> filled = new HashSet<>();

    /**
     * @param work empty folder for all that is made
     */
    Preview(Engine engine, Source source, MaskingPolicy policy, Path work) {
        this.engine = engine;
        this.athena = new AthenaOnFiles(engine);
        this.source = source;
        this.policy = policy;
        this.databases = Databases.onFiles(work, "", KEY);
        this.sampleRows =
                new SampleRows(
                        engine, policy, databases, Databases.onFiles(work, "numbered_", KEY));
    }

    /** The outcome of one statement of the proof. */
    record Proven(String statement, int checks, long violations, String findings) {
        boolean holds() {
            return violations == 0;
        }
    }

    void mask(ExportFolder export) {
        filled.addAll(new ExportCatalog(engine.client()).register(databases.raw(), export.path()));
        Stream.of(databases.masked(), databases.pseudonymKey())
                .forEach(schema -> engine.execute("CREATE SCHEMA " + schema));
        athena.run(PseudonymKey.create(databases));
        for (SourceTable table : source.sourceTables()) {
            TableStatements statements = new TableStatements(table, policy, databases);
            athena.run(
                    (isFilled(table) ? statements.createMasked() : statements.createEmpty())
                            .render(run));
        }
    }

    /**
     * @param rows to show of each
     */
    List<PreviewTable> tables(int rows) {
        return source.sourceTables().stream()
                .map(
                        table ->
                                isFilled(table)
                                        ? sampleRows.of(table, rows, run)
                                        : PreviewTable.empty(table.publishedName()))
                .toList();
    }

    List<Proven> prove() {
        return Proofs.of(source.sourceTables(), policy, databases).stream()
                .map(this::prove)
                .toList();
    }

    private Proven prove(ProofStatement statement) {
        List<Row> checks = athena.run(statement.render(run, table -> !isFilled(table))).rows();
        Row whole = checks.get(0);
        return new Proven(
                statement.name(),
                checks.size(),
                whole.number("violations"),
                whole.text("findings"));
    }

    static String text(List<Proven> proofs) {
        TextTable table = new TextTable("statement", "checks", "violations");
        proofs.forEach(
                proof ->
                        table.row(
                                List.of(
                                        proof.statement(),
                                        String.valueOf(proof.checks()),
                                        String.valueOf(proof.violations()))));
        StringBuilder text = new StringBuilder("Proofs\n").append(table.text());
        proofs.stream()
                .filter(proof -> !proof.holds())
                .flatMap(proof -> Stream.of(proof.findings().split("; ")))
                .forEach(finding -> text.append("VIOLATED: ").append(finding).append('\n'));
        return text.toString();
    }

    private boolean isFilled(SourceTable table) {
        return filled.contains(table.rawName());
    }
}
