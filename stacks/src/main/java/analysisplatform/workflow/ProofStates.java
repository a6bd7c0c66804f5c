package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.List;

/** Nothing is published that was not compared with the raw data. */
final class ProofStates {

    static final String START = "Prove";

    private final Night night;

    ProofStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        return Failures.guarded(
                State.parallel(START, night.tables().stream().map(this::branch).toList())
                        .into(Data.PROOFS)
                        .next(next),
                FailureStates.AFTER_FAILURE);
    }

    private Branch branch(TableNight table) {
        String comparable = table.state("is there anything to compare?");
        String nothing = table.state("nothing to compare");
        String statement = table.state("proof");
        String prove = table.state("prove");
        String read = table.state("read the proof");
        String verdict = table.state("is it proven?");
        String proven = table.state("proven");
        String violated = table.state("violated");
        String failed = table.state("proof failed");
        return Branch.of(
                State.choice(comparable).when(table.isEmpty(), nothing).otherwise(statement),
                State.pass(nothing)
                        .result(ordered("name", table.table().publishedName(), "output", ""))
                        .end(),
                Tasks.statement(statement, table.proof().statement()).next(prove),
                Tasks.query(night, prove, table.proof().statement(), Data.RUN_ID)
                        .onAnyError(failed)
                        .next(read),
                Tasks.readResult(
                                read,
                                ordered(
                                        "violations.$",
                                        "$.ResultSet.Rows[1].Data[0].VarCharValue",
                                        "findings.$",
                                        "$.ResultSet.Rows[1].Data[1].VarCharValue"))
                        .into("$.proof")
                        .onAnyError(failed)
                        .next(verdict),
                State.choice(verdict)
                        .when(
                                ordered("Variable", "$.proof.violations", "StringEquals", "0"),
                                proven)
                        .otherwise(violated),
                State.pass(proven)
                        .parameters(
                                ordered(
                                        "name",
                                        table.table().publishedName(),
                                        "output.$",
                                        "$.query.QueryExecution.ResultConfiguration.OutputLocation"))
                        .end(),
                new State(
                        violated,
                        ordered(
                                "Type",
                                "Fail",
                                "Error",
                                "ProofViolated",
                                "CausePath",
                                "$.proof.findings")),
                State.fail(
                        failed,
                        "ProofFailed",
                        "The proof of table %s could not be run; why stands with its query in workgroup %s."
                                .formatted(
                                        table.table().publishedName(),
                                        night.names().pipelineWorkgroup())));
    }
}
