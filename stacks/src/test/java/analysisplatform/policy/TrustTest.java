package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How people are let in; who becomes which role stands in the table of access. */
class TrustTest {

    @Test
    void accountsRootAmongAnalystsStandsForWhomeverThatAccountAllows() {
        PolicyDocument trust =
                TrustPolicies.people(
                        List.of(
                                "arn:aws:iam::444444444444:root",
                                "arn:aws:iam::555555555555:user/ann"));

        assertThat(trust.statements())
                .extracting(Statement::principals)
                .containsExactly(
                        Principals.account("444444444444"), Principals.account("555555555555"));
        assertThat(trust.statements())
                .extracting(Statement::conditions)
                .containsExactly(
                        List.of(),
                        List.of(
                                Condition.principalIsOneOf(
                                        List.of("arn:aws:iam::555555555555:user/ann"))));
    }
}
