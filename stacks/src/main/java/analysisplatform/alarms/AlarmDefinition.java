package analysisplatform.alarms;

import java.util.Map;

/**
 * Something that somebody must hear of. CloudWatch alarms, EventBridge rules, the texts of mails
 * and the check of runbooks are all made from these.
 */
public sealed interface AlarmDefinition {

    /** Of the CloudWatch alarm or the EventBridge rule. */
    String name();

    Message message();

    /**
     * @param happened one sentence that names the source, if it is about one
     * @param standing what is still as it should be
     */
    record Message(Runbook runbook, String happened, String standing) {}

    /**
     * A number that is out of bounds.
     *
     * @param arming when it begins to send mail
     */
    record MetricAlarm(String name, Message message, Metric metric, Limit limit, Arming arming)
            implements AlarmDefinition {}

    /**
     * Something that AWS reports at once, and for nothing.
     *
     * @param pattern of EventBridge
     * @param parts what the mail quotes: its name, and a path that every such event has.
     *     EventBridge loses a mail whose template speaks of a part that is not there
     * @param link address before the part {@code execution}; empty when there is none
     */
    record EventAlarm(
            String name,
            Message message,
            Map<String, Object> pattern,
            Map<String, String> parts,
            String link,
            Delivery delivery)
            implements AlarmDefinition {
        public EventAlarm {
            pattern = Map.copyOf(pattern);
            parts = Map.copyOf(parts);
        }
    }

    /**
     * @param statistic of all values in one period
     * @param periodSeconds length of one period
     */
    record Metric(
            String namespace,
            String name,
            Map<String, String> dimensions,
            String statistic,
            int periodSeconds,
            Silence silence) {
        public Metric {
            dimensions = Map.copyOf(dimensions);
        }
    }

    /** What a period without a value means. */
    enum Silence {
        /**
         * Nothing was done. Each gap is filled with a zero before CloudWatch compares: left as a
         * gap, it would be overlooked as long as CloudWatch still sees a value in the longer range
         * that it reads.
         */
        IS_ZERO("breaching"),

        /** Nothing went wrong. */
        IS_GOOD("notBreaching");

        private final String treatment;

        Silence(String treatment) {
            this.treatment = treatment;
        }

        /** CloudWatch's word for it. */
        public String treatment() {
            return treatment;
        }
    }

    /**
     * @param periods that are looked at
     * @param breaches so many of them must be out of bounds
     */
    record Limit(Comparison comparison, double threshold, int periods, int breaches) {

        /** So many in a row must be out of bounds. */
        static Limit inARow(Comparison comparison, double threshold, int periods) {
            return new Limit(comparison, threshold, periods, periods);
        }
    }

    /** On which side of the threshold it is bad. */
    enum Comparison {
        AT_LEAST("GreaterThanOrEqualToThreshold"),
        MORE_THAN("GreaterThanThreshold"),
        LESS_THAN("LessThanThreshold");

        private final String operator;

        Comparison(String operator) {
            this.operator = operator;
        }

        /** CloudWatch's word for it. */
        public String operator() {
            return operator;
        }
    }

    /** When a metric's alarm begins to send mail. */
    enum Arming {
        AT_ONCE,

        /** By the source's first publication, so that the first day is quiet; and for ever then. */
        BY_FIRST_PUBLICATION
    }

    /** Which events a rule sees. */
    enum Delivery {
        USUAL("ENABLED"),

        /** Calls that only read, too: EventBridge keeps them back unless a rule asks. */
        WITH_READING_CALLS("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");

        private final String state;

        Delivery(String state) {
            this.state = state;
        }

        /** EventBridge's word for it. */
        public String state() {
            return state;
        }
    }
}
