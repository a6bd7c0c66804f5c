package analysisplatform.alarms;

import analysisplatform.config.Platform.Notifications;

/** What to do about an alarm: one page each below {@code docs/operations}. */
public enum Runbook {
    /** Told by AWS Budgets, which has words of its own. */
    BUDGET("budget"),
    CRAWL_FAILED("crawl-failed"),
    DAILY_SCAN("daily-scan"),
    DEAD_LETTERS("dead-letters"),
    FUNCTION_ERRORS("function-errors"),
    FUNCTION_THROTTLED("function-throttled"),
    KEY_AT_RISK("key-at-risk"),
    KPI_ALERT("kpi-alert"),
    NO_PUBLICATION("no-publication"),
    QUARANTINE_DENIED("quarantine-denied"),
    QUARANTINE_OPENED("quarantine-opened"),
    RAW_DATA_LEFT("raw-data-left"),
    RUN_FAILED("run-failed"),
    RUN_SLOW("run-slow"),
    RUN_STOPPED("run-stopped");

    private final String page;

    Runbook(String page) {
        this.page = page;
    }

    /** Name of the page without its ending; also the beginning of the alarm's own name. */
    public String page() {
        return page;
    }

    /** Where a reader of a mail finds it. */
    String address(Notifications notifications) {
        return notifications.runbooks() + "/" + page + ".md";
    }
}
