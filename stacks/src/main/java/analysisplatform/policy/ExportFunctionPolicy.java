package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.Role;
import analysisplatform.names.Roles;
import java.util.List;

/**
 * The export function: starts exports, reads their manifests, deletes, marks runs as proven, writes
 * reports; reads no data.
 */
public final class ExportFunctionPolicy {

    private ExportFunctionPolicy() {}

    public static PolicyDocument of(Environment environment, KeyArns keys) {
        return exports(environment, keys).and(evidence(environment, keys));
    }

    private static PolicyDocument exports(Environment environment, KeyArns keys) {
        Names names = Names.of(environment);
        String quarantine = names.quarantineBucket();
        String exports = names.exportsPrefix();
        return PolicyDocument.of(
                Statement.allow("ActInSourceAccounts", "sts:AssumeRole")
                        .on(callerRoles(environment)),
                Statement.allow("ReadManifests", "s3:GetObject")
                        .on(
                                Arns.objects(quarantine, exports + "/*/export_info_*.json"),
                                Arns.objects(quarantine, exports + "/*/export_tables_info_*.json")),
                Statement.allow("DecryptManifests", KeyActions.READ).on(keys.quarantine()),
                list("ListExports", quarantine, exports),
                list("ListMaskedRuns", names.maskedBucket(), names.maskedRunsPrefix()),
                Statement.allow("DeleteRuns", "s3:DeleteObject", "s3:DeleteObjectVersion")
                        .on(
                                Arns.below(quarantine, exports),
                                Arns.below(names.maskedBucket(), names.maskedRunsPrefix())),
                Statement.allow("ReleaseRuns", "s3:PutObjectTagging")
                        .on(Arns.below(names.maskedBucket(), names.maskedRunsPrefix()))
                        .when(Condition.proves()),
                Statement.allow("WriteLog", "logs:CreateLogStream", "logs:PutLogEvents")
                        .on(Arns.of(environment).logGroup(names.exportFunctionLogGroup())));
    }

    /** Counts and the policy come in, reports go out; no report can be read or replaced. */
    private static PolicyDocument evidence(Environment environment, KeyArns keys) {
        Names names = Names.of(environment);
        return PolicyDocument.of(
                Statement.allow("ReadPolicySummaries", "s3:GetObject")
                        .on(
                                environment.sources().stream()
                                        .map(source -> names.policySummary(source, "*"))
                                        .map(key -> Arns.objects(names.maskedBucket(), key))
                                        .toList()),
                Statement.allow("ReadProofs", "s3:GetObject")
                        .on(Arns.below(names.resultsBucket(), names.pipelineResultsPrefix())),
                Statement.allow("WriteReports", "s3:PutObject")
                        .on(
                                environment.sources().stream()
                                        .map(names::evidencePrefix)
                                        .map(prefix -> Arns.below(names.evidenceBucket(), prefix))
                                        .toList()),
                Statement.allow("UseKeyOfReports", KeyActions.READ_AND_WRITE).on(keys.masked()));
    }

    private static List<String> callerRoles(Environment environment) {
        Roles roles = Roles.of(environment);
        List<Source> sources = environment.sources();
        return sources.stream().map(roles::caller).map(Role::arn).toList();
    }

    private static Statement list(String sid, String bucket, String prefix) {
        return Statement.allow(sid, "s3:ListBucket", "s3:ListBucketVersions")
                .on(Arns.bucket(bucket))
                .when(Condition.like("s3:prefix", List.of(prefix + "/*")));
    }
}
