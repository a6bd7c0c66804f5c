package analysisplatform.workflow;

/** What the state machine needs of resources whose ids exist only once they are created. */
public record PipelineArns(
        String exportFunctionArn, String quarantineKeyArn, String maskedKeyArn) {}
