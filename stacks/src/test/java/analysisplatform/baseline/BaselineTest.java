package analysisplatform.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No stack breaks a rule, but where a written reason says so. */
class BaselineTest {

    static List<Arguments> rulesAndStacks() {
        List<Arguments> both = new ArrayList<>();
        for (Stack stack : BaselineStacks.get()) {
            for (Rule rule : Baseline.ofSynthesis()) {
                both.add(Arguments.of(stack.name(), rule.id(), stack, rule));
            }
        }
        return both;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rulesAndStacks")
    void noStackBreaksARule(String stackName, String ruleId, Stack stack, Rule rule) {
        assertThat(rule.unexcused(stack)).as(rule.sentence()).isEmpty();
    }

    @Test
    void everyExceptionIsNeeded() {
        List<Exemption> needed = new ArrayList<>();
        for (Stack stack : BaselineStacks.get()) {
            for (Rule rule : Baseline.ofSynthesis()) {
                for (Finding finding : rule.findings(stack)) {
                    Exemption.of(rule, finding).ifPresent(needed::add);
                }
            }
        }

        assertThat(needed).containsAll(List.of(Exemption.values()));
    }

    @Test
    void exceptionsAreOfRulesThatExist() {
        assertThat(Stream.of(Exemption.values()).map(Exemption::rule))
                .isSubsetOf(Baseline.RULES.stream().map(Rule::id).toList());
    }

    @Test
    void everyRuleHasANameOfItsOwn() {
        assertThat(Baseline.RULES).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(Baseline.RULES).extracting(Rule::sentence).doesNotHaveDuplicates();
    }

    /** What the page calls left out is left out; two are values, which rules and readers judge. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EXECUTION_DATA", "YEAR_OF_LOGS"})
    void whatIsDeclinedIsNowhere(Declined declined) {
        String[] typeAndProperty = declined.absent().split("/");
        List<String> declared =
                BaselineStacks.get().stream()
                        .flatMap(stack -> stack.resources(typeAndProperty[0]).stream())
                        .filter(
                                it ->
                                        typeAndProperty.length == 1
                                                || it.body().has(typeAndProperty[1]))
                        .map(Declared::address)
                        .toList();

        assertThat(declared).as(declined.what()).isEmpty();
    }
}
