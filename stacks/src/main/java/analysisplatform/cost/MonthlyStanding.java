package analysisplatform.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a month costs beside its nights.
 *
 * @param maskedGigabytes of one run; two are kept, the published one and the one before
 * @param maskedFiles of one run, each of which keeps a tag
 * @param evidenceGigabytes reports of the nights, as long as they are kept
 * @param logGigabytes written in a month
 * @param logGigabyteMonths kept from earlier months
 * @param customMetrics all of them, also those that cost nothing
 * @param analystQueries of the whole month
 */
public record MonthlyStanding(
        int kmsKeys,
        BigDecimal maskedGigabytes,
        long maskedFiles,
        BigDecimal evidenceGigabytes,
        BigDecimal logGigabytes,
        BigDecimal logGigabyteMonths,
        int alarms,
        int customMetrics,
        int mails,
        QuickSightUsers quickSightUsers,
        Queries analystQueries) {

    /** The published run and the one before it, kept for a roll-back. */
    public static final int RUNS_KEPT = 2;

    /** Custom metrics that an account has for nothing. */
    private static final int FREE_METRICS = 10;

    /**
     * People with an account of their own in QuickSight, and what they look at.
     *
     * @param authors admins too
     * @param spiceGigabytes of all data sets; so much is paid for as the authors do not bring along
     */
    public record QuickSightUsers(int authors, int readers, BigDecimal spiceGigabytes) {

        public static final QuickSightUsers NONE = new QuickSightUsers(0, 0);

        /** That come with each author. */
        private static final BigDecimal SPICE_PER_AUTHOR = BigDecimal.TEN;

        public QuickSightUsers(int authors, int readers) {
            this(authors, readers, BigDecimal.ZERO);
        }

        BigDecimal paidSpiceGigabytes() {
            return spiceGigabytes
                    .subtract(SPICE_PER_AUTHOR.multiply(BigDecimal.valueOf(authors)))
                    .max(BigDecimal.ZERO);
        }

        public QuickSightUsers {
            Quantities.notNegative("SPICE gigabytes", spiceGigabytes);
            Quantities.notNegative("QuickSight authors", authors);
            Quantities.notNegative("QuickSight readers", readers);
        }
    }

    public MonthlyStanding {
        Quantities.notNegative("KMS keys", kmsKeys);
        Quantities.notNegative("masked gigabytes", maskedGigabytes);
        Quantities.notNegative("masked files", maskedFiles);
        Quantities.notNegative("evidence gigabytes", evidenceGigabytes);
        Quantities.notNegative("log gigabytes", logGigabytes);
        Quantities.notNegative("log gigabyte-months", logGigabyteMonths);
        Quantities.notNegative("alarms", alarms);
        Quantities.notNegative("custom metrics", customMetrics);
        Quantities.notNegative("mails", mails);
    }

    List<Charge> charges() {
        return Stream.of(
                        Charge.of(Item.KMS_KEY, kmsKeys),
                        Charge.of(
                                        Item.ATHENA_SCAN,
                                        analystQueries.billedMegabytes(),
                                        "at least 10 MB a query")
                                .called("Athena, analysts"),
                        Charge.of(
                                Item.S3_STORAGE,
                                maskedGigabytes.multiply(BigDecimal.valueOf(RUNS_KEPT)),
                                "masked data of two runs"),
                        Charge.of(
                                Item.S3_TAG,
                                BigDecimal.valueOf(maskedFiles * RUNS_KEPT),
                                "one on each masked file of two runs"),
                        Charge.of(Item.S3_STORAGE, evidenceGigabytes).called("S3, reports"),
                        Charge.of(Item.LOG_INGESTION, logGigabytes),
                        Charge.of(Item.LOG_STORAGE, logGigabyteMonths),
                        Charge.of(Item.CLOUDWATCH_ALARM, alarms),
                        Charge.of(
                                Item.CLOUDWATCH_METRIC,
                                BigDecimal.valueOf(Math.max(0, customMetrics - FREE_METRICS)),
                                "beyond the first ten"),
                        Charge.of(Item.SNS_MAIL, mails),
                        Charge.of(Item.QUICKSIGHT_AUTHOR, quickSightUsers.authors()),
                        Charge.of(Item.QUICKSIGHT_READER, quickSightUsers.readers()),
                        Charge.of(
                                Item.QUICKSIGHT_SPICE,
                                quickSightUsers.paidSpiceGigabytes(),
                                "beyond 10 GB for each author"))
                .filter(Charge::isUsed)
                .toList();
    }
}
