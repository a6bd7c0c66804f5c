package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.MaskingPolicy.OnViolation;
import analysisplatform.config.MaskingPolicy.QuasiIdentifier;
import analysisplatform.config.MaskingPolicy.Relation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plants defects that no single table shows. */
class SourceProofTest {

    private static final TestPolicy USERS =
            TestPolicy.numbered()
                    .pseudonym("id", "user")
                    .keep("born", "date")
                    .keep("city", "varchar");
    private static final TestPolicy POSTS =
            TestPolicy.numbered().pseudonym("user_id", "user").keep("parent", "bigint");
    private static final Map<String, TestPolicy> SOURCE = Map.of("users", USERS, "posts", POSTS);
    private static final List<Relation> RELATIONS =
            List.of(
                    new Relation("posts", "user_id", "users", "id"),
                    new Relation("posts", "parent", "posts", "n"));
    private static final String USER = "(%d, VARCHAR '%s', DATE '1990-01-01', VARCHAR '%s')";

    private final TestSource source = TestSource.withKnownKey();

    @BeforeEach
    void maskedTables() {
        source.raw(
                "users",
                "n, id, born, city",
                USER.formatted(1, "1", "Osaka"),
                USER.formatted(2, "2", "Osaka"),
                USER.formatted(3, "3", "Kyoto"));
        source.raw(
                "posts",
                "n, user_id, parent",
                "(1, 1, NULL)",
                "(2, 2, BIGINT '1')",
                "(3, 9, 7)",
                "(4, NULL, NULL)");
        source.mask("users", USERS);
        source.mask("posts", POSTS);
    }

    @Test
    void findsNothingBehindTheRealMaskAndReportsOrphansThatWereThereBefore() {
        TestProof proof = source.prove(SOURCE, RELATIONS);

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.counts("orphans", "user_id")).isEqualTo(List.of(1L, 1L, 0L));
        assertThat(proof.counts("orphans", "parent")).isEqualTo(List.of(1L, 1L, 0L));
        assertThat(proof.counts("schema", "")).isEqualTo(List.of(3L, 3L, 0L));
    }

    @Test
    void findsAReferenceThatTheMaskBroke() {
        TestPolicy other =
                TestPolicy.numbered().pseudonym("user_id", "person").keep("parent", "bigint");
        source.maskAgain("posts", other);

        assertThat(source.prove(SOURCE, RELATIONS).findings())
                .containsExactly("table posts, column user_id, check orphans (to users.id): 2");
    }

    @Test
    void findsAReferenceThatTheMaskRepaired() {
        source.maskAgain("posts", POSTS, "SELECT n, user_id, IF(parent = 7, 2, parent) AS parent");

        assertThat(source.prove(SOURCE, RELATIONS).findings())
                .containsExactly("table posts, column parent, check orphans (to posts.n): 1");
    }

    @Test
    void countsEveryReferenceToAnEmptyTableAsOrphan() {
        source.maskAgain("users", USERS, "SELECT n, id, born, city WHERE n > 100");

        TestProof proof =
                source.prove(
                        SOURCE,
                        RELATIONS,
                        List.of(),
                        table -> table.publishedName().equals("users"));

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.counts("orphans", "user_id")).isEqualTo(List.of(3L, 3L, 0L));
    }

    @Test
    void findsAColumnTooMany() {
        source.forgeMasked(
                "posts",
                "n, user_id, parent, body",
                "(1, VARCHAR 'v1_aaaaaaaaaaaaaaaa', BIGINT '1', VARCHAR 'x')");

        assertThat(source.prove(SOURCE, List.of()).findings())
                .contains("table posts, check schema (body): 1");
    }

    @Test
    void findsAColumnOfAnotherType() {
        source.forgeMasked("posts", "n, user_id, parent", "(1, VARCHAR 'v1_aaaaaaaaaaaaaaaa', 1)");

        assertThat(source.prove(SOURCE, List.of()).findings())
                .contains("table posts, check schema (parent): 1");
    }

    @Test
    void findsColumnsInAnotherOrder() {
        source.forgeMasked(
                "posts", "user_id, n, parent", "(VARCHAR 'v1_aaaaaaaaaaaaaaaa', 1, BIGINT '1')");

        assertThat(source.prove(SOURCE, List.of()).findings())
                .contains("table posts, check schema: 1");
    }

    @Test
    void findsGroupsThatAreTooSmall() {
        TestProof proof = anonymity(OnViolation.HALT, 2);

        assertThat(proof.findings())
                .containsExactly("table users, column born, city, check k_anonymity: 1");
    }

    @Test
    void onlyReportsThemWhereThePolicySaysSo() {
        TestProof proof = anonymity(OnViolation.REPORT, 2);

        assertThat(proof.findings()).isEmpty();
        assertThat(proof.counts("k_anonymity", "born, city"))
                .isEqualTo(Arrays.asList(null, 1L, 0L));
    }

    @Test
    void findsNoGroupThatIsLargeEnough() {
        assertThat(anonymity(OnViolation.HALT, 1).findings()).isEmpty();
    }

    @Test
    void findsAnEngineThatHashesAnotherWay() {
        ProofStatement statement =
                source.proofs(SOURCE, List.of(), List.of()).stream()
                        .filter(s -> s.name().equals("source"))
                        .findFirst()
                        .orElseThrow();
        String sql = statement.render(TestSource.RUN, table -> false);

        for (String[] other : new String[][] {{"NFKC", "NFC"}, {"hmac_sha256", "hmac_sha512"}}) {
            String changed = sql.replace(other[0], other[1]);

            assertThat(changed).isNotEqualTo(sql);
            assertThat(TestProof.of(List.of(SharedEngine.run(changed))).findings())
                    .containsExactly("check known_answer: 1");
        }
    }

    private TestProof anonymity(OnViolation onViolation, int people) {
        return source.prove(
                SOURCE,
                List.of(),
                List.of(new QuasiIdentifier("users", List.of("born", "city"), people, onViolation)),
                table -> false);
    }
}
