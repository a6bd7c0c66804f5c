package analysisplatform.words;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Action;
import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.Language;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.masking.PublishedColumn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnCommentTest {

    private static final int MOST_BYTES_OF_GLUE = 255;

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    email      | EN | identifies a person: a keyed pseudonym of the whole address; the domain is kept where many share it (at least 10 people)
    email      | JA | 個人を特定する: アドレス全体の鍵付きの仮名。ドメインは多くの人が共有するものだけ残る（10 人以上）
    birthday   | EN | identifies together with others: the age on the snapshot's day, in bands (10 years; 90 and older together)
    birthday   | JA | 組み合わせで個人を特定しうる: スナップショット日時点の年齢の区分（10 歳刻み、90 歳以上はまとめる）
    plan       | EN | attribute: as it is (type varchar)
    note       | JA | 自由記述: 文字数だけ
    """)
    void tellsClassAndMask(String column, Language language, String comment) {
        Environment local = environment("local");
        MaskingPolicy policy = local.policyOf(local.sources().get(0));

        assertThat(ColumnComment.of(policy, column(policy, column), language)).isEqualTo(comment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "local", "prod"})
    void noShippedColumnIsTooLongInAnyLanguage(String name) {
        Environment environment = environment(name);
        environment
                .policies()
                .values()
                .forEach(
                        policy ->
                                columns(policy)
                                        .forEach(
                                                column ->
                                                        Stream.of(Language.values())
                                                                .map(
                                                                        language ->
                                                                                ColumnComment.of(
                                                                                        policy,
                                                                                        column,
                                                                                        language))
                                                                .forEach(
                                                                        ColumnCommentTest
                                                                                ::assertWhole)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLongerOneEndsWhereGlueWouldRefuseIt(Language language) {
        Map<String, String> path = Map.of("part", "$" + ".部分".repeat(100));
        MaskingPolicy policy =
                new MaskingPolicy(
                        "shop",
                        10,
                        Map.of(
                                "users",
                                new TablePolicy(
                                        Map.of(
                                                "settings",
                                                new ColumnPolicy(
                                                        DataClass.FREE_TEXT,
                                                        new Action.Json(path))))));

        String comment =
                ColumnComment.of(policy, columns(policy).findFirst().orElseThrow(), language);

        assertThat(comment).endsWith("…").doesNotContain("\uFFFD");
        assertThat(bytes(comment)).isBetween(MOST_BYTES_OF_GLUE - 4, MOST_BYTES_OF_GLUE);
    }

    @Test
    void aMaskIsToldInGeneralToo() {
        Environment local = environment("local");
        MaskingPolicy policy = local.policyOf(local.sources().get(0));

        Meaning meaning = MaskWords.of(policy).of(column(policy, "postal_code").action());

        assertThat(meaning.mask().en()).isEqualTo("the first characters only");
        assertThat(meaning.whole().en())
                .isEqualTo("the first characters only (3 of a longer value)");
    }

    private static void assertWhole(String comment) {
        assertThat(bytes(comment)).as(comment).isLessThanOrEqualTo(MOST_BYTES_OF_GLUE);
        assertThat(comment).doesNotContain("…", "\n");
    }

    private static PublishedColumn column(MaskingPolicy policy, String name) {
        return columns(policy)
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<PublishedColumn> columns(MaskingPolicy policy) {
        return policy.tables().values().stream().map(PublishedColumn::of).flatMap(List::stream);
    }

    private static Environment environment(String name) {
        return EnvironmentLoader.load(
                Path.of(System.getProperty("platform.root"), "environments", name));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
