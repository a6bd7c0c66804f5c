package analysisplatform.policy;

import analysisplatform.config.Environment;
import analysisplatform.names.Arns;
import analysisplatform.names.Names;
import analysisplatform.names.SpendingNames;
import java.util.List;

/**
 * What the analysis stack declares, as policies of deployments name it: a plan looks at it, a
 * deployment changes it, and the boundary ends at it. Of sources by pattern, because a policy has a
 * limited length.
 */
record DeclaredArns(Names names, Arns arns, SpendingNames spending) {

    static DeclaredArns of(Environment environment) {
        return new DeclaredArns(
                Names.of(environment), Arns.of(environment), SpendingNames.of(environment));
    }

    /** Names, not ARNs: some policies mean the objects too. */
    List<String> stores() {
        return List.of(
                names.quarantineBucket(),
                names.maskedBucket(),
                names.resultsBucket(),
                names.evidenceBucket());
    }

    List<String> buckets() {
        return stores().stream().map(Arns::bucket).toList();
    }

    /** Objects of the masked store that Terraform writes: no run, no history. */
    List<String> ownObjects() {
        return List.of(
                Arns.objects(names.maskedBucket(), "statements/*"),
                Arns.objects(names.maskedBucket(), "policies/*"));
    }

    String crawlers() {
        return names.arn("glue", "crawler/" + names.named("*"));
    }

    List<String> workgroups() {
        return List.of(
                arns.workgroup(names.pipelineWorkgroup()),
                arns.workgroup(names.analystsWorkgroup()));
    }

    String machines() {
        return names.arn("states", "stateMachine:" + names.named("nightly-*"));
    }

    String schedules() {
        return names.arn("scheduler", "schedule/" + names.scheduleGroup() + "/*");
    }

    /** With and without the colon behind which streams stand: AWS asks for either. */
    List<String> logGroups() {
        String function = "log-group:" + names.exportFunctionLogGroup();
        return List.of(
                names.arn("logs", function),
                names.arn("logs", function + ":*"),
                names.arn("logs", "log-group:/aws/vendedlogs/states/" + names.named("nightly-*")));
    }

    List<String> budget() {
        return List.of(spending.budgetArn(), spending.budgetArn() + "/action/*");
    }
}
