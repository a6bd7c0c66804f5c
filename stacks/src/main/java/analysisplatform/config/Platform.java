package analysisplatform.config;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The content of {@code platform.yaml}.
 *
 * @param project first part of every name
 * @param account the analysis account, twelve digits
 * @param region the one region of buckets, keys and databases; RDS exports only to its own region
 * @param language of what the platform says to people in the catalogue
 * @param schedule when the nightly run starts, in {@code timeZone}
 * @param breakGlassPrincipals role ARNs that may read the quarantine beside the pipeline
 * @param pseudonymKeyVersion which key makes the pseudonyms; each version is a key of its own
 */
public record Platform(
        String project,
        String account,
        String region,
        ZoneId timeZone,
        Language language,
        LocalTime schedule,
        Notifications notifications,
        Map<String, String> tags,
        List<String> breakGlassPrincipals,
        int pseudonymKeyVersion,
        Exports exports,
        Crawls crawls,
        Analysts analysts,
        QuickSight quickSight,
        Dashboard dashboard,
        Retention retention,
        Evidence evidence,
        Spending spending,
        GitHub gitHub,
        List<Source> sources) {

    public Platform {
        tags = Ordered.copyOf(tags);
        breakGlassPrincipals = List.copyOf(breakGlassPrincipals);
        sources = List.copyOf(sources);
    }

    /**
     * Who hears of what.
     *
     * @param runbooks address of the folder of runbooks, without a slash at the end
     * @param slowRunMinutes after which a run is slower than usual
     */
    public record Notifications(
            List<String> emails,
            Occasions occasions,
            String runbooks,
            int slowRunMinutes,
            Slack slack) {
        public Notifications {
            emails = List.copyOf(emails);
        }
    }

    /**
     * What is told.
     *
     * @param failure alarms: what went wrong, and silence
     * @param recovery the first publication after a failure
     * @param drift a source whose columns are not those of its policy
     * @param success one line a night
     */
    public record Occasions(boolean failure, boolean recovery, boolean drift, boolean success) {}

    /**
     * A channel of Slack; both empty when there is none.
     *
     * @param workspace id of the workspace, {@code T...}
     * @param channel id of the channel, {@code C...} or {@code G...}
     */
    public record Slack(String workspace, String channel) {

        public static final Slack NONE = new Slack("", "");

        public boolean isWanted() {
            return !equals(NONE);
        }
    }

    /**
     * How a snapshot export is awaited.
     *
     * @param pollSeconds between two looks at the export task
     * @param timeoutMinutes after which the run gives up
     */
    public record Exports(int pollSeconds, int timeoutMinutes) {}

    /** How a crawl is awaited; units as in {@link Exports}. */
    public record Crawls(int pollSeconds, int timeoutMinutes) {}

    /**
     * People who query.
     *
     * @param principals ARNs that may assume the analyst role
     * @param scanLimitMegabytes at which Athena cancels one query, at least 10
     * @param dailyScanLimitMegabytes above which the queries of a day are told
     */
    public record Analysts(
            List<String> principals, int scanLimitMegabytes, int dailyScanLimitMegabytes) {
        public Analysts {
            principals = List.copyOf(principals);
        }
    }

    /**
     * @param enabled whether the account has a subscription and anything of QuickSight is wanted
     * @param subscribe whether this stack itself subscribes the account
     * @param notificationEmail required to subscribe; empty when there is none
     * @param serviceRole name of the role that QuickSight uses for Athena and S3
     * @param principals ARNs of further users or groups that may use the data source
     * @param views published views that are loaded beside the KPIs
     */
    public record QuickSight(
            boolean enabled,
            boolean subscribe,
            String notificationEmail,
            String serviceRole,
            List<String> principals,
            People people,
            List<PublishedView> views) {

        public QuickSight {
            principals = List.copyOf(principals);
            views = List.copyOf(views);
        }

        /** Without people and without views beside the KPIs. */
        public QuickSight(
                boolean enabled,
                boolean subscribe,
                String notificationEmail,
                String serviceRole,
                List<String> principals) {
            this(
                    enabled,
                    subscribe,
                    notificationEmail,
                    serviceRole,
                    principals,
                    People.NOBODY,
                    List.of());
        }
    }

    /**
     * Who is in which group of QuickSight, by user name; nobody is in two.
     *
     * @param userManagers ARNs of those who may assume the role that manages QuickSight's users
     */
    public record People(
            List<String> viewers,
            List<String> authors,
            List<String> admins,
            List<String> userManagers) {

        public static final People NOBODY = new People(List.of(), List.of(), List.of(), List.of());

        public People {
            viewers = List.copyOf(viewers);
            authors = List.copyOf(authors);
            admins = List.copyOf(admins);
            userManagers = List.copyOf(userManagers);
        }
    }

    /** A view that analysts see, of one source. */
    public record PublishedView(String source, String view) {

        private static final String SEPARATOR = ".";

        static PublishedView parse(String text) {
            int end = text.indexOf(SEPARATOR);
            return new PublishedView(text.substring(0, end), text.substring(end + 1));
        }
    }

    /**
     * The dashboard of CloudWatch, which needs no licence.
     *
     * @param customMetrics at most, with those of the nights; an account has ten for nothing
     */
    public record Dashboard(boolean enabled, int customMetrics) {

        /** As many as cost nothing. */
        public static final Dashboard USUAL = new Dashboard(true, 10);
    }

    /**
     * @param quarantineDays after which a raw object is removed whatever happened
     * @param queryResultDays after which an analyst's query result is removed
     * @param logDays a value that CloudWatch Logs knows
     */
    public record Retention(int quarantineDays, int queryResultDays, int logDays) {}

    /**
     * What a month may cost; {@code budget} in the file.
     *
     * @param monthlyYen JPY above which an estimate is refused and analysts are stopped
     * @param exceedBecause why an estimate above that is accepted; empty when it is not
     * @param yenPerDollar JPY for one USD, an assumption
     */
    public record Spending(
            int monthlyYen,
            String exceedBecause,
            BigDecimal yenPerDollar,
            Counting counting,
            ExpectedQueries queries) {

        /** What AWS Budgets adds up. */
        public enum Counting {
            /** Everything in the analysis account. */
            ACCOUNT,
            /** What carries the project's tag, once the tag is activated for cost allocation. */
            PROJECT
        }

        /**
         * What the estimate assumes of all analysts together.
         *
         * @param megabytesEach that one query reads
         */
        public record ExpectedQueries(int perDay, int megabytesEach) {}
    }

    /**
     * How the reports of the nights are kept.
     *
     * @param days for which nobody can change or delete a report
     * @param readers ARNs that may assume the role which reads them
     */
    public record Evidence(int days, Mode mode, List<String> readers) {

        /** What S3 Object Lock lets an administrator do within these days. */
        public enum Mode {
            /** Whoever may change the bucket's policy can, in the end, delete a report. */
            GOVERNANCE,
            /** Nobody can, the account's root included. */
            COMPLIANCE
        }

        public Evidence {
            readers = List.copyOf(readers);
        }
    }
}
