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
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Tests that want a {@link DeployedPlatform}. It is deployed once for all of them that run in one
 * process; where a tool is missing they are skipped, with one line that says which.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnTheStandIn.Extension.class)
@interface OnTheStandIn {

    /** Deploys, and tells what is missing. */
    final class Extension implements ExecutionCondition, ParameterResolver {

        /** One of this process, since no two of them may write to one folder. */
        static Workspace workspace() {
            Path root = Path.of(System.getProperty("platform.root"));
            String folder = System.getProperty("stand-in", "stand-in");
            return new Workspace(root, root.resolve("local/runner/target").resolve(folder));
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Tools.MISSING
                    .map(
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
            return Shared.PLATFORM;
        }

        private static final class Tools {
            static final Optional<String> MISSING = missing();

            private static Optional<String> missing() {
                StandInTools tools = new StandInTools(workspace());
                Optional<String> missing = tools.standInIsMissing().or(tools::terraformIsMissing);
                missing.ifPresent(
                        what ->
                                System.out.println(
                                        "SKIPPED: tests on the stand-in, because " + what));
                return missing;
            }
        }

        /** JUnit's own store ends with a class when classes are spread over processes. */
        private static final class Shared {
            static final DeployedPlatform PLATFORM = deployed();

            private static DeployedPlatform deployed() {
                DeployedPlatform platform = new DeployedPlatform(workspace());
                Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
                return platform;
            }
        }
    }
}
