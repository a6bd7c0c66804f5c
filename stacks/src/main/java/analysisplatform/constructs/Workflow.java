package analysisplatform.constructs;

import analysisplatform.config.Source;
import analysisplatform.workflow.PipelineArns;

/** Writes the definition of a source's state machine. */
@FunctionalInterface
public interface Workflow {

    /**
     * @param arns Terraform references where an id exists only after creation
     * @return in Amazon States Language, as JSON
     */
    String definition(Source source, PipelineArns arns);
}
