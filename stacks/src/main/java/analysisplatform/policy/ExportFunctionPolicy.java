package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.Role;
import analysisplatform.names.Roles;
import java.util.List;

/** The export function: starts exports, reads their manifests, deletes; reads no data. */
public final class ExportFunctionPolicy {

    private ExportFunctionPolicy() {}

    public static PolicyDocument of(Environment environment, KeyArns keys) {
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
                Statement.allow("WriteLog", "logs:CreateLogStream", "logs:PutLogEvents")
                        .on(Arns.of(environment).logGroup(names.exportFunctionLogGroup())));
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
