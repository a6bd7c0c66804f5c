package analysisplatform.masking;

import analysisplatform.config.Kpi;
import analysisplatform.engine.QueryFailed;
import analysisplatform.engine.QueryResult;
import analysisplatform.kpi.KpiCatalog;
import analysisplatform.kpi.KpiColumn;
import analysisplatform.kpi.KpiPlaces;
import analysisplatform.kpi.KpiStatements;
import analysisplatform.kpi.NightSql;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Nights that compute KPIs over one masked sample, and the history that grows with them. */
final class KpiNights {

    private final String name;
    private final MaskedSample sample;
    private final KpiStatements statements;
    private int attempts;

    /**
     * @param name of the schema of this history; differs from test to test
     */
    KpiNights(String name, MaskedSample sample) {
        this.name = name;
        this.sample = sample;
        this.statements =
                new KpiStatements(
                        new KpiPlaces(
                                sample.databases().published(),
                                sample.databases().masked(),
                                sample.databases().maskedRoot(),
                                place() + "source=learning",
                                ZoneId.of("Asia/Tokyo")));
        SharedEngine.run("CREATE SCHEMA " + name);
        SharedEngine.place(name).toFile().mkdirs();
        SharedEngine.run(
                "CREATE TABLE %s.%s (%s) WITH (external_location = '%s', partitioned_by = ARRAY['source', 'month'])"
                        .formatted(name, KpiCatalog.TABLE, columns(), place()));
    }

    /**
     * One execution for a snapshot.
     *
     * @return the KPIs that could not be computed, each with the engine's reason
     */
    Map<String, String> night(String snapshotTime, List<Kpi> kpis) {
        attempts++;
        Map<String, String> night = new HashMap<>();
        night.put(NightSql.RUN, MaskedSample.RUN);
        night.put(NightSql.SNAPSHOT_TIME, snapshotTime);
        night.put(NightSql.MONTH, snapshotTime.substring(0, 7));
        night.put(NightSql.STARTED_AT, "2026-12-31T00:00:0%d.123Z".formatted(attempts));
        night.put(NightSql.ATTEMPT, name + attempts);
        Map<String, String> failures = new HashMap<>();
        List<String> tables = new ArrayList<>(List.of(KpiStatements.storing()));
        for (int index = 0; index < kpis.size(); index++) {
            Kpi kpi = kpis.get(index);
            tables.add(KpiStatements.scratch(kpi));
            String outcome = statements.computed(kpi).render(night);
            try {
                run(statements.compute(kpi).render(night));
            } catch (QueryFailed failure) {
                failures.put(kpi.id(), failure.getMessage());
                outcome = statements.failed(kpi);
            }
            night.put(KpiStatements.outcomeSlot(index), outcome);
        }
        run(statements.store(kpis.size()).render(night));
        tables.forEach(table -> run("DROP TABLE IF EXISTS " + scratch(table)));
        SharedEngine.run(
                "CALL system.sync_partition_metadata('%s', '%s', 'FULL')"
                        .formatted(name, KpiCatalog.TABLE));
        return failures;
    }

    /** Every row that was ever stored. */
    QueryResult stored(String select) {
        return SharedEngine.run("%s FROM %s.%s".formatted(select, name, KpiCatalog.TABLE));
    }

    QueryResult history(String rest) {
        return SharedEngine.run(
                "SELECT * FROM (%s) AS h %s"
                        .formatted(new KpiCatalog(name, List.of()).history(), rest));
    }

    QueryResult latest(List<Kpi> kpis, String rest) {
        return SharedEngine.run(
                "SELECT * FROM (%s) AS l %s".formatted(new KpiCatalog(name, kpis).latest(), rest));
    }

    private void run(String statement) {
        SharedEngine.engine()
                .client()
                .inSchema(sample.databases().published())
                .execute(statement.replace("write_compression = 'ZSTD', ", ""));
    }

    private String scratch(String table) {
        return "%s.\"%s%s\"".formatted(sample.databases().masked(), MaskedSample.RUN, table);
    }

    private String place() {
        return "file://" + SharedEngine.place(name) + "/";
    }

    private static String columns() {
        return String.join(
                ", ",
                Stream.concat(KpiCatalog.tableColumns().stream(), KpiCatalog.partitions().stream())
                        .map(KpiNights::described)
                        .toList());
    }

    private static String described(KpiColumn column) {
        return column.name() + " " + column.type();
    }
}
