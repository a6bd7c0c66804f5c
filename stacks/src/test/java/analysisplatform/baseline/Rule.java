package analysisplatform.baseline;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What holds for every stack.
 *
 * @param id short, for exceptions and messages
 * @param sentence what must be so
 * @param checkov ids of checkov's checks that ask for the same or for less
 * @param asked what can answer it
 */
record Rule(
        String id,
        String sentence,
        List<String> checkov,
        Asked asked,
        Function<Stack, Stream<Finding>> check) {

    /** What a rule is asked of. */
    enum Asked {
        /** What the platform wrote, and what the provider makes of it. */
        BOTH("synthesis, plan"),
        /** What a plan does not tell: the backend, and {@code lifecycle}. */
        SYNTHESIS("synthesis"),
        /** What only the provider knows. */
        PLAN("plan");

        private final String words;

        Asked(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Looks at one resource or statement; what it returns is what is wrong. */
    @FunctionalInterface
    interface Look<T> extends BiFunction<Stack, T, Optional<String>> {}

    static Optional<String> unless(boolean good, String problem) {
        return good ? Optional.empty() : Optional.of(problem);
    }

    /** The words before the check, so that rules read as a list. */
    record Named(String id, String sentence, List<String> checkov, Asked asked) {

        Named askedOf(Asked only) {
            return new Named(id, sentence, checkov, only);
        }

        Rule on(Function<Stack, Stream<Finding>> check) {
            return new Rule(id, sentence, checkov, asked, check);
        }

        Rule onEvery(String type, Look<Declared> look) {
            return onEveryResource(
                    (stack, it) ->
                            it.type().equals(type) ? look.apply(stack, it) : Optional.empty());
        }

        Rule onEveryResource(Look<Declared> look) {
            return on(
                    stack ->
                            stack.resources().stream()
                                    .flatMap(it -> found(it.address(), look.apply(stack, it))));
        }

        Rule onStatements(Look<PolicyStatement> look) {
            return on(
                    stack ->
                            stack.statements().stream()
                                    .flatMap(it -> found(it.address(), look.apply(stack, it))));
        }

        /** Those that give something, which a boundary does not. */
        Rule onAllowing(Look<PolicyStatement> look) {
            return onStatements(
                    (stack, statement) ->
                            statement.allows() && !stack.isBoundary(statement.owner())
                                    ? look.apply(stack, statement)
                                    : Optional.empty());
        }

        private static Stream<Finding> found(String address, Optional<String> problem) {
            return problem.map(text -> new Finding(address, text)).stream();
        }
    }

    static Named rule(String id, String sentence, String... checkov) {
        return new Named(id, sentence, List.of(checkov), Asked.BOTH);
    }

    List<Finding> findings(Stack stack) {
        return check.apply(stack).toList();
    }

    /** Findings that no exception explains. */
    List<Finding> unexcused(Stack stack) {
        return check.apply(stack).filter(it -> Exemption.of(this, it).isEmpty()).toList();
    }
}
