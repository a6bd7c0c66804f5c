package analysisplatform.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Tests that want a {@link DeployedPlatform}. It is deployed once for all of them; where a tool is
 * missing they are skipped, with one line that says which.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnTheStandIn.Extension.class)
@interface OnTheStandIn {

    /** Deploys, and tells what is missing. */
    final class Extension implements ExecutionCondition, ParameterResolver {

        private static final ExtensionContext.Namespace HERE =
                ExtensionContext.Namespace.create(OnTheStandIn.class);

        static Workspace workspace() {
            Path root = Path.of(System.getProperty("platform.root"));
            return new Workspace(root, root.resolve("local/runner/target/stand-in"));
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Optional<String> missing =
                    context.getRoot()
                            .getStore(HERE)
                            .getOrComputeIfAbsent(
                                    "missing", key -> new Missing(missing()), Missing.class)
                            .what;
            return missing.map(
                            what ->
                                    ConditionEvaluationResult.disabled(
                                            "SKIPPED: tests on the stand-in, because " + what))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("all tools are here"));
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DeployedPlatform.class;
        }

        @Override
        public DeployedPlatform resolveParameter(
                ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(HERE)
                    .getOrComputeIfAbsent(
                            "platform",
                            key -> new Shared(new DeployedPlatform(workspace())),
                            Shared.class)
                    .platform;
        }

        private static Optional<String> missing() {
            StandInTools tools = new StandInTools(workspace());
            Optional<String> missing = tools.standInIsMissing();
            if (missing.isEmpty()) {
                missing = tools.terraformIsMissing();
            }
            missing.ifPresent(
                    what -> System.out.println("SKIPPED: tests on the stand-in, because " + what));
            return missing;
        }

        private record Missing(Optional<String> what) {}

        private record Shared(DeployedPlatform platform) implements CloseableResource {
            @Override
            public void close() {
                platform.close();
            }
        }
    }
}
