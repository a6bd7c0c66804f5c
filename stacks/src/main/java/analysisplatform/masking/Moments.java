package analysisplatform.masking;

import analysisplatform.config.Action;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Masks of dates and times, however a database wrote them: as a date or time of the engine, or as
 * text with or without time, seconds, fraction and offset.
 */
final class Moments {

    private static final int OLDEST_BAND = 90;

    private static final String DAY = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}";

    private static final String LOCAL =
            "'^" + DAY + "( [0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?)?$'";

    /** A cast to a time without zone would take such a text too, and lose the offset. */
    private static final String WITH_OFFSET =
            "'^" + DAY + " [0-9:.]+ ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$'";

    private final ZoneId zone;

    /**
     * @param zone into which times with an offset are turned
     */
    Moments(ZoneId zone) {
        this.zone = zone;
    }

    Mask timestamp(String raw) {
        return read(raw, moment -> moment);
    }

    Mask date(String raw) {
        return read(raw, Moments::day);
    }

    Mask firstDayOf(String unit, String raw) {
        return read(raw, moment -> "date_trunc(%s, %s)".formatted(Sql.text(unit), day(moment)));
    }

    /** The age on the day of the snapshot, whose time begins the run id. */
    Mask ageBand(Action.AgeBand action, String raw) {
        String born = moment(raw, cleaned(raw));
        return Mask.of(
                "CAST(floor((%s - %s) / 1E4) AS bigint)"
                        .formatted(digits(snapshotDay()), digits(born)),
                age -> band(age, action.years()));
    }

    /**
     * @param person expression of the person whose moment it is
     */
    Mask shifted(Action.Shift action, String raw, String person) {
        return new Mask(
                List.of(raw, cleaned(raw), Pseudonyms.normalised(person)),
                names ->
                        "CAST(date_add('day', %s, %s) AS %s)"
                                .formatted(
                                        days(Pseudonyms.lot(action, names.get(2)), action.days()),
                                        moment(names.get(0), names.get(1)),
                                        action.type()));
    }

    /** From -d to -1 and from 1 to d. */
    private static String days(String lot, int most) {
        return "CASE WHEN %1$s < %2$d THEN %1$s - %2$d ELSE %1$s - %2$d + 1 END"
                .formatted(lot, most);
    }

    private Mask read(String raw, UnaryOperator<String> value) {
        return new Mask(
                List.of(raw, cleaned(raw)),
                names -> value.apply(moment(names.get(0), names.get(1))));
    }

    /** With a blank for the T, and milliseconds cut, because a cast would round up the day. */
    private static String cleaned(String raw) {
        return "regexp_replace(regexp_replace(%s, '^([0-9-]{8,10})[Tt]', '$1 '), '(\\.[0-9]{3})[0-9]+', '$1')"
                .formatted(Texts.trimmed(raw));
    }

    /** A time without zone, or NULL for what is none. The engine knows the type, this class not. */
    private String moment(String raw, String cleaned) {
        return """
                CASE WHEN typeof(%1$s) = 'date' OR typeof(%1$s) LIKE 'timestamp%%' THEN TRY_CAST(%1$s AS timestamp(3)) \
                WHEN regexp_like(%2$s, %3$s) THEN TRY_CAST(%2$s AS timestamp(3)) \
                WHEN regexp_like(%2$s, %4$s) THEN CAST(TRY_CAST(%2$s AS timestamp(3) with time zone) AT TIME ZONE %5$s AS timestamp(3)) END"""
                .formatted(raw, cleaned, LOCAL, WITH_OFFSET, Sql.text(zone.getId()));
    }

    private String snapshotDay() {
        return "with_timezone(date_parse(substr('%s', 2, 14), '%%Y%%m%%d%%H%%i%%s'), 'UTC') AT TIME ZONE %s"
                .formatted(RunSql.RUN, Sql.text(zone.getId()));
    }

    private static String day(String moment) {
        return "CAST(" + moment + " AS date)";
    }

    /** 20261121 for a day in 2026: whole years lie between two such numbers. */
    private static String digits(String moment) {
        return "TRY_CAST(date_format(" + moment + ", '%Y%m%d') AS bigint)";
    }

    private static String band(String age, int years) {
        return "CASE WHEN %1$s >= %3$d THEN '%3$d+' WHEN %1$s >= 0 THEN CAST(%1$s - %1$s %% %2$d AS varchar) || '-' || CAST(least(%1$s - %1$s %% %2$d + %2$d, %3$d) - 1 AS varchar) END"
                .formatted(age, years, OLDEST_BAND);
    }
}
