package analysisplatform.kpi;

import analysisplatform.config.Source;
import analysisplatform.names.Names;
import java.time.ZoneId;

/**
 * Where the KPIs of one source are read, computed and kept.
 *
 * @param published database whose views the SQL means
 * @param scratch database of the tables that live for one night
 * @param scratchRoot S3 URL below which each run has a folder, without a slash at the end
 * @param historyRoot S3 URL below which each month has a folder, without a slash at the end
 * @param timeZone in which a snapshot's time has its day
 */
public record KpiPlaces(
        String published, String scratch, String scratchRoot, String historyRoot, ZoneId timeZone) {

    public static KpiPlaces of(Names names, Source source, ZoneId timeZone) {
        return new KpiPlaces(
                names.publishedDatabase(source),
                names.maskedDatabase(source),
                names.maskedRoot(source),
                "s3://" + names.maskedBucket() + "/" + names.kpiHistoryPrefix(source),
                timeZone);
    }
}
