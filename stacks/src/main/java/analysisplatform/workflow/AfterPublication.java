package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.ArrayList;
import java.util.List;

/**
 * What is made of published data, and again whenever the execution is started for a snapshot that
 * is published already: the KPIs, then QuickSight's copies. Nothing here fails the night.
 */
final class AfterPublication {

    private static final String IS_NEW = "Was anything published?";

    private final Night night;

    AfterPublication(Night night) {
        this.night = night;
    }

    /** The chapter's first state, or {@code next} when there is nothing to be made. */
    static String orElse(Night night, String next) {
        if (hasKpis(night)) {
            return KpiStates.START;
        }
        return RefreshStates.isWanted(night) ? RefreshStates.START : next;
    }

    /** A roll-back computes no KPI, but QuickSight must not go on showing what was taken back. */
    static String afterRollBack(Night night, String next) {
        return RefreshStates.isWanted(night) ? RefreshStates.START : next;
    }

    /**
     * @param published what follows when this execution published something
     * @param unchanged what follows when the snapshot was published already
     */
    List<State> states(String published, String unchanged) {
        boolean refresh = RefreshStates.isWanted(night);
        List<State> states = new ArrayList<>();
        states.addAll(new KpiStates(night).states(refresh ? RefreshStates.START : IS_NEW));
        if (refresh) {
            states.addAll(new RefreshStates(night).states(IS_NEW));
        }
        if (!states.isEmpty()) {
            State isNew = State.choice(IS_NEW);
            if (refresh) {
                isNew =
                        isNew.when(
                                ordered("Variable", Data.KEPT, "IsPresent", true),
                                LockStates.RELEASE_ROLLED_BACK);
            }
            states.add(
                    isNew.when(
                                    ordered(
                                            "Variable",
                                            Data.EXPORT_OUTCOME,
                                            "StringEquals",
                                            "ALREADY_PUBLISHED"),
                                    unchanged)
                            .otherwise(published));
        }
        return states;
    }

    private static boolean hasKpis(Night night) {
        return !night.environment().kpisOf(night.source()).isEmpty();
    }
}
