package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;

/**
 * What follows from published data, and again whenever the execution is started for a snapshot that
 * is published already: views without a policy go, then come the columns' comments, the KPIs, and
 * QuickSight's copies. Only a view that does not go fails the night.
 */
final class AfterPublication {

    static final String START = RetireViewStates.START;

    private static final String IS_NEW = "Was anything published?";

    private final Night night;

    AfterPublication(Night night) {
        this.night = night;
    }

    /**
     * A roll-back computes no KPI, but QuickSight must not go on showing what was taken back. Its
     * columns may be those of another policy, so nothing is said of them.
     */
    static String afterRollBack(Night night, String next) {
        return RefreshStates.isWanted(night) ? RefreshStates.START : next;
    }

    /**
     * @param published what follows when this execution published something
     * @param unchanged what follows when the snapshot was published already
     */
    List<State> states(String published, String unchanged) {
        boolean refresh = RefreshStates.isWanted(night);
        String afterKpis = refresh ? RefreshStates.START : IS_NEW;
        List<State> states = new ArrayList<>();
        states.addAll(new RetireViewStates(night).states(DescribeStates.START));
        states.addAll(new DescribeStates(night).states(hasKpis() ? KpiStates.START : afterKpis));
        states.addAll(new KpiStates(night).states(afterKpis));
        if (refresh) {
            states.addAll(new RefreshStates(night).states(IS_NEW));
        }
        states.add(isNew(published, unchanged));
        return states;
    }

    private State isNew(String published, String unchanged) {
        State isNew = State.choice(IS_NEW);
        if (RefreshStates.isWanted(night)) {
            isNew =
                    isNew.when(
                            ordered("Variable", Data.KEPT, "IsPresent", true),
                            LockStates.RELEASE_ROLLED_BACK);
        }
        return isNew.when(ExportStates.outcome(ExportStates.ALREADY_PUBLISHED), unchanged)
                .otherwise(published);
    }

    private boolean hasKpis() {
        return !night.environment().kpisOf(night.source()).isEmpty();
    }
}
