package analysisplatform.cost;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform;
import analysisplatform.config.Source;
import analysisplatform.cost.MonthlyStanding.QuickSightUsers;
import analysisplatform.quicksight.DataSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What QuickSight will use. Data sets of KPIs are a few MB, which no estimate shows.
 *
 * @param megabytesOfATable how much Parquet one table of a source is
 */
record QuickSightUsage(
        Environment environment,
        Assumptions assumptions,
        Function<Source, BigDecimal> megabytesOfATable) {

    /** SPICE keeps whole values, Parquet packed ones. */
    private static final BigDecimal SPICE_PER_PARQUET = BigDecimal.valueOf(5);

    private static final BigDecimal MEGABYTES_PER_GIGABYTE = BigDecimal.valueOf(1000);

    private static final int TRANSITIONS_OF_A_NIGHT = 5;

    /** Begin, allow, and four for each of three looks. */
    private static final int TRANSITIONS_PER_DATA_SET = 15;

    /** Those that {@code platform.yaml} names; when it names nobody, as many as are assumed. */
    QuickSightUsers users() {
        Platform.QuickSight config = environment.platform().quickSight();
        if (!config.enabled()) {
            return QuickSightUsers.NONE;
        }
        Platform.People people = config.people();
        int authors = people.authors().size() + people.admins().size();
        int readers = people.viewers().size();
        if (authors + readers == 0) {
            authors = assumptions.quickSightUsers().authors();
            readers = assumptions.quickSightUsers().readers();
        }
        return new QuickSightUsers(authors, readers, spiceGigabytes());
    }

    /** One query for each refresh. */
    Stream<Queries> queries(Source source) {
        return DataSet.changedBy(environment, source).stream()
                .map(
                        dataSet ->
                                Queries.scans(
                                        1,
                                        dataSet.kpis()
                                                ? Queries.MINIMUM_MEGABYTES
                                                : megabytesOfATable.apply(source)));
    }

    long transitions(Source source) {
        int dataSets = DataSet.changedBy(environment, source).size();
        return dataSets == 0
                ? 0
                : TRANSITIONS_OF_A_NIGHT + (long) dataSets * TRANSITIONS_PER_DATA_SET;
    }

    private BigDecimal spiceGigabytes() {
        return environment.sources().stream()
                .flatMap(
                        source ->
                                DataSet.changedBy(environment, source).stream()
                                        .filter(dataSet -> !dataSet.kpis())
                                        .map(dataSet -> megabytesOfATable.apply(source)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(SPICE_PER_PARQUET)
                .divide(MEGABYTES_PER_GIGABYTE, MathContext.DECIMAL64);
    }
}
