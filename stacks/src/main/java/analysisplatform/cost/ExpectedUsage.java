package analysisplatform.cost;

import analysisplatform.alarms.Alarms;
import analysisplatform.config.Environment;
import analysisplatform.config.Platform;
import analysisplatform.config.Source;
import analysisplatform.kpi.CustomMetrics;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Derives from configuration what will be used. The small counts are generous guesses. */
final class ExpectedUsage {

    private static final BigDecimal MEGABYTES_PER_GIGABYTE = BigDecimal.valueOf(1000);

    /** The proof of a table reads its raw and its masked side. */
    private static final BigDecimal SIDES_OF_A_PROOF = BigDecimal.valueOf(2);

    /** So many tables are searched for residue by one statement. */
    private static final int TABLES_OF_A_RESIDUE = 40;

    /** One key each for the quarantine, the masked store and the alerts. */
    private static final int KEYS = 3;

    private static final int TRANSITIONS_OF_A_RUN = 80;
    private static final int TRANSITIONS_PER_TABLE = 18;

    /** Look, decide, count, wait. */
    private static final int TRANSITIONS_PER_LOOK = 4;

    private static final int TRANSITIONS_OF_KPIS = 16;
    private static final int TRANSITIONS_PER_KPI = 3;

    private static final int CALLS_OF_A_RUN = 9;

    /** 512 MB for four seconds. */
    private static final BigDecimal GIGABYTE_SECONDS_PER_CALL = BigDecimal.valueOf(2);

    private static final int S3_REQUESTS_PER_TABLE = 50;

    /** As many as Athena has writers at work; each is marked as proven by a request of its own. */
    private static final int MASKED_FILES_PER_TABLE = 30;

    private static final int KMS_REQUESTS_PER_TABLE = 100;

    private static final int S3_REQUESTS_PER_KPI = 20;
    private static final int KMS_REQUESTS_PER_KPI = 40;

    /** Lock, publication and release, rounded up. */
    private static final int WRITES_OF_A_RUN = 5;

    private static final int MAILS_PER_ADDRESS = 10;
    private static final BigDecimal LOG_GIGABYTES_PER_SOURCE = new BigDecimal("0.1");

    /** JSON and page of some hundred columns. */
    private static final BigDecimal GIGABYTES_PER_REPORT = new BigDecimal("0.0005");

    private final Environment environment;
    private final SnapshotSize snapshots;
    private final Assumptions assumptions;

    ExpectedUsage(Environment environment, SnapshotSize snapshots, Assumptions assumptions) {
        this.environment = environment;
        this.snapshots = snapshots;
        this.assumptions = assumptions;
    }

    NightUsage night() {
        long calls = sources().size() * (CALLS_OF_A_RUN + exportLooks());
        return new NightUsage(
                sum(snapshots::of),
                sources().stream().flatMap(this::queries).toList(),
                transitions(),
                GIGABYTE_SECONDS_PER_CALL.multiply(BigDecimal.valueOf(calls)),
                calls,
                new Crawls(sources().size(), BigDecimal.valueOf(assumptions.crawlMinutes())),
                tables() * S3_REQUESTS_PER_TABLE + maskedFiles() + kpis() * S3_REQUESTS_PER_KPI,
                tables() * KMS_REQUESTS_PER_TABLE + kpis() * KMS_REQUESTS_PER_KPI,
                sources().size() * (long) WRITES_OF_A_RUN);
    }

    MonthlyStanding standing() {
        Platform platform = environment.platform();
        BigDecimal logs = LOG_GIGABYTES_PER_SOURCE.multiply(BigDecimal.valueOf(sources().size()));
        return new MonthlyStanding(
                KEYS,
                sum(this::parquetGigabytes),
                maskedFiles(),
                evidenceGigabytes(),
                logs,
                logs.multiply(BigDecimal.valueOf(platform.retention().logDays()))
                        .divide(BigDecimal.valueOf(Estimate.NIGHTS), MathContext.DECIMAL64),
                Alarms.onMetrics(environment).size(),
                CustomMetrics.of(environment).count(),
                MAILS_PER_ADDRESS * platform.notifications().emails().size(),
                quickSight().users(),
                Queries.scans(
                        (long) assumptions.analystQueriesPerDay() * Estimate.NIGHTS,
                        BigDecimal.valueOf(assumptions.analystMegabytes())));
    }

    /** One report a night and source, kept as long as configured. */
    private BigDecimal evidenceGigabytes() {
        return GIGABYTES_PER_REPORT
                .multiply(BigDecimal.valueOf(sources().size()))
                .multiply(BigDecimal.valueOf(environment.platform().evidence().days()));
    }

    /**
     * Tables are taken to be equally big; the biggest one makes no difference to the sum. A KPI
     * reads as much as one of them; the history and the metrics get a few KB.
     */
    private Stream<Queries> queries(Source source) {
        int tables = source.tables().size();
        int kpis = environment.kpisOf(source).size();
        if (tables == 0) {
            return Stream.empty();
        }
        BigDecimal megabytes = megabytesOfATable(source);
        return Stream.concat(
                quickSight().queries(source),
                Stream.of(
                        Queries.scans(1, Queries.MINIMUM_MEGABYTES),
                        Queries.scans(tables, megabytes),
                        Queries.scans(tables, megabytes.multiply(SIDES_OF_A_PROOF)),
                        residue(tables, megabytes),
                        Queries.scans(1, Queries.MINIMUM_MEGABYTES),
                        Queries.definitions(tables),
                        Queries.scans(kpis, megabytes),
                        Queries.scans(kpis == 0 ? 0 : 2, Queries.MINIMUM_MEGABYTES)));
    }

    private BigDecimal megabytesOfATable(Source source) {
        return parquetGigabytes(source)
                .multiply(MEGABYTES_PER_GIGABYTE)
                .divide(BigDecimal.valueOf(source.tables().size()), MathContext.DECIMAL64);
    }

    private QuickSightUsage quickSight() {
        return new QuickSightUsage(environment, assumptions, this::megabytesOfATable);
    }

    /** Half of each side, its protected columns or its texts; each group meets each. */
    private static Queries residue(int tables, BigDecimal megabytes) {
        int groups = 1 + (tables - 1) / TABLES_OF_A_RESIDUE;
        return Queries.scans(
                (long) groups * groups,
                megabytes
                        .multiply(BigDecimal.valueOf(tables))
                        .divide(BigDecimal.valueOf(groups), MathContext.DECIMAL64));
    }

    private long transitions() {
        long perSource =
                TRANSITIONS_OF_A_RUN + TRANSITIONS_PER_LOOK * (exportLooks() + crawlLooks());
        return sources().size() * perSource
                + tables() * TRANSITIONS_PER_TABLE
                + (kpis() == 0 ? 0 : sources().size() * (long) TRANSITIONS_OF_KPIS)
                + kpis() * TRANSITIONS_PER_KPI
                + sources().stream().mapToLong(quickSight()::transitions).sum();
    }

    private long exportLooks() {
        return looks(assumptions.exportMinutes(), environment.platform().exports().pollSeconds());
    }

    private long crawlLooks() {
        return looks(assumptions.crawlMinutes(), environment.platform().crawls().pollSeconds());
    }

    private static long looks(int minutes, int pollSeconds) {
        return 1 + minutes * 60L / pollSeconds;
    }

    private BigDecimal parquetGigabytes(Source source) {
        return snapshots.of(source).multiply(assumptions.parquetShare());
    }

    private BigDecimal sum(Function<Source, BigDecimal> gigabytes) {
        return sources().stream().map(gigabytes).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long tables() {
        return sources().stream().mapToLong(source -> source.tables().size()).sum();
    }

    private long maskedFiles() {
        return tables() * MASKED_FILES_PER_TABLE;
    }

    private long kpis() {
        return environment.kpis().size();
    }

    private List<Source> sources() {
        return environment.sources();
    }
}
