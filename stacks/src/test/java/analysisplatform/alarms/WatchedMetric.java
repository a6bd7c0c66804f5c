package analysisplatform.alarms;

import analysisplatform.alarms.AlarmDefinition.Arming;
import analysisplatform.alarms.AlarmDefinition.MetricAlarm;
import analysisplatform.alarms.AlarmDefinition.Silence;
import java.util.ArrayList;
import java.util.List;

/**
 * CloudWatch and its mails over a number of periods, as the CloudWatch user guide describes it: an
 * alarm looks at its last periods once in each, and acts when its state changes while its actions
 * are enabled. It begins without a state.
 */
final class WatchedMetric {

    private final MetricAlarm alarm;
    private final List<Integer> mails = new ArrayList<>();
    private final List<Long> values = new ArrayList<>();
    private boolean armed;
    private boolean alarming;

    WatchedMetric(MetricAlarm alarm) {
        this.alarm = alarm;
        this.armed = alarm.arming() == Arming.AT_ONCE;
    }

    /**
     * One period passes.
     *
     * @param value what was measured; null when nothing was
     */
    void pass(Long value) {
        values.add(value);
        boolean before = alarming;
        alarming = isOutOfBounds();
        if (alarming && !before && armed) {
            mails.add(values.size());
        }
    }

    /** As the nightly run does after a publication, whose value has already arrived. */
    void arm() {
        armed = true;
    }

    /** In which periods a mail was sent, counted from 1. */
    List<Integer> mails() {
        return mails;
    }

    private boolean isOutOfBounds() {
        int breaches = 0;
        for (int back = 0; back < alarm.limit().periods(); back++) {
            int period = values.size() - 1 - back;
            breaches += breaches(period < 0 ? null : values.get(period)) ? 1 : 0;
        }
        return breaches >= alarm.limit().breaches();
    }

    private boolean breaches(Long value) {
        if (value == null && alarm.metric().silence() == Silence.IS_GOOD) {
            return false;
        }
        long known = value == null ? 0 : value;
        double threshold = alarm.limit().threshold();
        return switch (alarm.limit().comparison()) {
            case AT_LEAST -> known >= threshold;
            case MORE_THAN -> known > threshold;
            case LESS_THAN -> known < threshold;
        };
    }
}
