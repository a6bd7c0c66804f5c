package analysisplatform.constructs;

/**
 * What a state machine's definition refers to and cannot name by itself.
 *
 * @param exportFunctionArn known beforehand
 * @param quarantineKeyArn a Terraform reference: the definition then holds <code>${...}</code>
 */
public record PipelineArns(String exportFunctionArn, String quarantineKeyArn) {}
