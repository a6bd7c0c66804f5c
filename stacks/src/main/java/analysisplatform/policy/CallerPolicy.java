package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import java.util.List;

/**
 * The caller role of a source account: finds snapshots of one database and exports them.
 *
 * <p>It exports the database's automated snapshots, and manual ones whose name begins with the
 * database's identifier and a hyphen.
 */
public final class CallerPolicy {

    private CallerPolicy() {}

    public static PolicyDocument of(Environment environment, Source source) {
        RdsArns rds = new RdsArns(source);
        return PolicyDocument.of(
                Statement.allow("FindDatabase", rds.describe()).on(rds.database()),
                Statement.allow("FindSnapshots", rds.describe())
                        .onEvery(WildcardReason.SNAPSHOT_LISTS, rds.everySnapshot()),
                Statement.allow("StartExport", "rds:StartExportTask").on(rds.snapshots()),
                Statement.allowEverywhere("WatchExports", WildcardReason.EXPORT_TASKS),
                Statement.allow("LendExportRole", "iam:PassRole")
                        .on(Roles.of(environment).export(source).arn()),
                Statement.allow("LetRdsUseKey", KeyActions.START_EXPORT)
                        .onEvery(WildcardReason.ANALYSIS_KEYS, Arns.of(environment).everyKey()));
    }

    /** Only the analysis account's export function, and only for this environment and source. */
    public static PolicyDocument trust(Environment environment, Source source) {
        Names names = Names.of(environment);
        String function = Roles.of(environment).exportFunction().arn();
        return PolicyDocument.of(
                Statement.allow("LetExportFunctionIn", "sts:AssumeRole")
                        .by(Principals.account(names.account()))
                        .when(Condition.principalIsOneOf(List.of(function)))
                        .when(Condition.equal("sts:ExternalId", names.externalId(source))));
    }
}
