package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.constructs.Synthesised;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what, over all policies of the three accounts together. */
class AccessTest {

    private static final List<AccessTable.Row> ROWS = AccessTable.rows();

    static List<AccessTable.Row> rows() {
        return ROWS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void access(AccessTable.Row row) {
        assertThat(World.policies(row.who()).allows(row.request())).isEqualTo(row.expected());
    }

    @Test
    void theTableAsksEnoughAndMostlyWhatIsDenied() {
        assertThat(ROWS).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(ROWS)
                .filteredOn(row -> !row.expected())
                .hasSizeGreaterThanOrEqualTo(ROWS.size() / 2);
    }

    /** Of each kind of policy something that it allows, and a neighbour that is denied. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:s3:::",
                "arn:aws:kms:",
                "arn:aws:sns:",
                "arn:aws:sqs:",
                "arn:aws:iam:",
                "arn:aws:glue:",
                "arn:aws:athena:",
                "arn:aws:dynamodb:"
            })
    void theTableAsksForBothAnswersAboutEveryKindOfResource(String arns) {
        assertThat(ROWS)
                .filteredOn(row -> row.request().resource().startsWith(arns))
                .extracting(AccessTable.Row::expected)
                .contains(true, false);
    }

    /** A role that nobody asks about would be one that nobody thought about. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "FULL_.*")
    void theTableAsksAboutEveryRole(Synthesised stack) {
        Set<String> asked =
                ROWS.stream()
                        .filter(row -> !row.expected())
                        .map(row -> row.request().principal())
                        .collect(Collectors.toSet());

        assertThat(stack.resources("aws_iam_role"))
                .extracting(role -> role.at("/name").asText())
                .map(name -> "arn:aws:iam::%s:role/%s".formatted(stack.account(), name))
                .isSubsetOf(asked);
    }
}
