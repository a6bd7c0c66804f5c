package analysisplatform.masking;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.engine.ExportCatalog;
import analysisplatform.engine.QueryResult;
import analysisplatform.sample.ExportDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One night over a sample: exported, catalogued, masked with a key of its own, published. */
final class MaskedSample {

    static final String RUN = "r20260102030405_0a1b2c3d";

    private final Databases databases;
    private final MaskingPolicy policy;
    private final Map<String, SourceTable> tables;
    private final List<String> catalogued;

    private MaskedSample(
            Databases databases, Source source, MaskingPolicy policy, List<String> catalogued) {
        this.databases = databases;
        this.policy = policy;
        this.catalogued = catalogued;
        tables =
                source.sourceTables().stream()
                        .collect(Collectors.toMap(SourceTable::publishedName, Function.identity()));
    }

    /**
     * @param export writes the sample to a folder
     */
    static MaskedSample night(
            Source source, MaskingPolicy policy, Function<Path, ExportDescription> export) {
        return night(source.name(), source, policy, export);
    }

    /**
     * @param name of its own, when another test masks the same source
     */
    static MaskedSample night(
            String name,
            Source source,
            MaskingPolicy policy,
            Function<Path, ExportDescription> export) {
        Databases databases =
                Databases.onFiles(SharedEngine.place(name), name + "_", name + "_key");
        Path folder = SharedEngine.place(name + "-export");
        export.apply(folder);
        List<String> catalogued =
                new ExportCatalog(SharedEngine.engine().client()).register(databases.raw(), folder);
        Stream.of(databases.masked(), databases.published(), databases.pseudonymKey())
                .forEach(schema -> SharedEngine.run("CREATE SCHEMA " + schema));
        SharedEngine.run(PseudonymKey.create(databases));
        MaskedSample sample = new MaskedSample(databases, source, policy, catalogued);
        sample.tables.values().forEach(sample::maskAndPublish);
        return sample;
    }

    private void maskAndPublish(SourceTable table) {
        TableStatements statements = statements(table.publishedName());
        RunSql create =
                isEmpty(table.publishedName())
                        ? statements.createEmpty()
                        : statements.createMasked();
        SharedEngine.run(create.render(RUN));
        SharedEngine.run(statements.publish().render(RUN));
    }

    Databases databases() {
        return databases;
    }

    TablePolicy policyOf(String table) {
        return policy.tables().get(tables.get(table).configured());
    }

    TableStatements statements(String table) {
        return new TableStatements(tables.get(table), policy, databases);
    }

    /** Whether the export had no row and therefore no raw table. */
    boolean isEmpty(String table) {
        return !catalogued.contains(tables.get(table).rawName());
    }

    /** The whole proof of a run. */
    TestProof proof(String run) {
        List<SourceTable> all = List.copyOf(tables.values());
        return TestProof.of(
                Proofs.of(all, policy, databases).stream()
                        .map(
                                statement ->
                                        SharedEngine.run(
                                                statement.render(
                                                        run, t -> isEmpty(t.publishedName()))))
                        .toList());
    }

    QueryResult published(String select, String table) {
        return SharedEngine.run(select + " FROM " + databases.published() + "." + table);
    }

    QueryResult raw(String select, String table) {
        return SharedEngine.run(
                select + " FROM " + databases.raw() + "." + tables.get(table).rawName());
    }
}
