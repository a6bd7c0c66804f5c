package analysisplatform.names;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;

/** Every role of an environment, in both accounts. */
public record Roles(Names names) {

    public static Roles of(Environment environment) {
        return new Roles(Names.of(environment));
    }

    /** Of the export function. */
    public Role exportFunction() {
        return own("export-function");
    }

    /** Of a source's state machine; the only one that reads raw data and writes masked data. */
    public Role nightly(Source source) {
        return own("nightly-" + source.name());
    }

    /** Of a source's crawler. */
    public Role crawler(Source source) {
        return own("crawler-" + source.name());
    }

    /** With which the schedule starts the state machines. */
    public Role scheduler() {
        return own("scheduler");
    }

    /** With which the alerts appear in Slack. */
    public Role slack() {
        return own("slack");
    }

    /** Assumed by the people who query. */
    public Role analyst() {
        return own("analyst");
    }

    /** Assumed by the people who read the reports of the nights. */
    public Role evidenceReader() {
        return own("evidence-reader");
    }

    /** Assumed by the people who manage QuickSight's users. */
    public Role quickSightUserManager() {
        return own("quicksight-users");
    }

    /** With which AWS Budgets stops the analysts' queries. */
    public Role budget() {
        return own("budget");
    }

    /** With which GitHub's workflows look at the analysis stack. */
    public Role plan() {
        return own("plan");
    }

    /** With which GitHub's workflows change the analysis stack. */
    public Role deploy() {
        return own("deploy");
    }

    /** Of the source account, with which GitHub's workflows look at its stack. */
    public Role plan(Source source) {
        return new Role(source.account(), names.roleName(source.name() + "-plan"));
    }

    /** Of the source account, with which GitHub's workflows change its stack. */
    public Role deploy(Source source) {
        return new Role(source.account(), names.roleName(source.name() + "-deploy"));
    }

    /** Of the source account, assumed by the export function. */
    public Role caller(Source source) {
        return new Role(source.account(), names.callerRoleName(source));
    }

    /** Of the source account, with which RDS writes to the quarantine. */
    public Role export(Source source) {
        return new Role(source.account(), names.exportRoleName(source));
    }

    private Role own(String what) {
        return new Role(names.account(), names.roleName(what));
    }
}
