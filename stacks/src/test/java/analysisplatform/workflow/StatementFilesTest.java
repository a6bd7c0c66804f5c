package analysisplatform.workflow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.SourceTable;
import analysisplatform.constructs.TestJson;
import analysisplatform.masking.ProofStatement;
import analysisplatform.masking.Proofs;
import analysisplatform.masking.PublishedColumn;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the state machine joins out of the files is what the engine's tests run. */
class StatementFilesTest {

    private static final String RUN = "r20261120180500_0a1b2c3d";
    private static final Pattern CHOSEN =
            Pattern.compile("States\\.ArrayGetItem\\((\\$[^,]*), (\\$[^,]*)\\)");
    private static final Pattern CHOSEN_BY_TABLE =
            Pattern.compile(
                    "States\\.ArrayGetItem\\((\\$[^,]*), States\\.ArrayGetItem\\((\\$[^,]*), (\\$[^,]*)\\)\\)");

    private final Night night = night();
    private final JsonNode machine = machine();
    private final Map<String, StatementFile> files =
            night.statements().files().stream()
                    .collect(Collectors.toMap(StatementFile::key, file -> file));

    @Test
    void eachMaskIsTheStatementOfItsTableWithOrWithoutRows() {
        JsonNode items = machine.at("/States/List the tables/Parameters/tables");
        List<TableNight> tables = tables();
        JsonNode map = machine.at("/States/Mask/ItemProcessor/States");

        assertThat(items).hasSameSizeAs(tables);
        assertThat(map.at("/Choose by whether the table has rows/Parameters/sql.$").asText())
                .isEqualTo(
                        "States.ArrayGetItem($.file.content.statements, States.ArrayGetItem($.filled, $.table.number))");
        for (int number = 0; number < tables.size(); number++) {
            JsonNode statements = content(items.get(number)).get("statements");

            assertThat(items.get(number).get("number").asInt()).isEqualTo(number);
            assertThat(joined(map.get("Mask a table"), statements.get(0), List.of()))
                    .isEqualTo(tables.get(number).statements().createEmpty().render(RUN));
            assertThat(joined(map.get("Mask a table"), statements.get(1), List.of()))
                    .isEqualTo(tables.get(number).statements().createMasked().render(RUN));
        }
    }

    @Test
    void eachProofReadsTheRawTablesThatHaveRows() {
        JsonNode items = machine.at("/States/List the proofs/Result/statements");
        JsonNode prove = machine.at("/States/Prove/ItemProcessor/States/Run a proof");
        List<SourceTable> tables = night.source().sourceTables();
        List<ProofStatement> proofs = Proofs.of(tables, night.policy(), night.databases());

        assertThat(items).hasSameSizeAs(proofs);
        for (int empty = -1; empty < tables.size(); empty++) {
            int without = empty;
            List<Integer> filled =
                    tables.stream().map(t -> tables.indexOf(t) == without ? 0 : 1).toList();
            for (int number = 0; number < proofs.size(); number++) {
                assertThat(joined(prove, content(items.get(number)), filled))
                        .isEqualTo(
                                proofs.get(number).render(RUN, t -> tables.indexOf(t) == without));
            }
        }
    }

    @Test
    void eachViewIsPublishedAndWithdrawnByItsOwnName() {
        JsonNode views = machine.at("/States/List the views to publish/Result");
        JsonNode publish = machine.at("/States/Publish/ItemProcessor/States");

        for (TableNight table : tables()) {
            String name = table.table().publishedName();
            assertThat(view(publish.get("Publish a view"), views, name))
                    .isEqualTo(table.statements().publish().render(RUN));
            assertThat(view(publish.get("Take a view away"), views, name))
                    .isEqualTo(table.statements().withdraw());
        }
    }

    @Test
    void eachViewIsDescribedWithTheColumnsThatThePolicyPublishes() {
        JsonNode items = machine.at("/States/List the views to describe/Result/views");

        assertThat(items).hasSameSizeAs(tables());
        for (int number = 0; number < items.size(); number++) {
            SourceTable table = night.source().sourceTables().get(number);
            JsonNode columns = content(items.get(number)).get("columns");

            assertThat(items.get(number).get("name").asText()).isEqualTo(table.publishedName());
            assertThat(columns.findValuesAsText("Name"))
                    .isEqualTo(
                            PublishedColumn.of(night.policy().tables().get(table.configured()))
                                    .stream()
                                    .map(PublishedColumn::name)
                                    .toList());
            assertThat(columns.findValuesAsText("Comment")).noneMatch(String::isBlank);
        }
    }

    @Test
    void describingAViewKeepsWhatItReads() {
        JsonNode each = machine.at("/States/Describe the views/ItemProcessor/States");

        assertThat(each.at("/Look at the view/ResultSelector"))
                .isEqualTo(TestJson.parse("{\"text.$\": \"$.Table.ViewOriginalText\"}"));
        assertThat(each.at("/Describe a view/Parameters/TableInput/ViewOriginalText.$").asText())
                .isEqualTo("$.shown.text");
    }

    @Test
    void whichTableHasRowsIsToldInTheOrderOfTheTables() {
        String filled = machine.at("/States/List the tables/Parameters/filled.$").asText();

        assertThat(filled)
                .isEqualTo(
                        night.publishedNames().stream()
                                .map(
                                        "States.MathAdd(States.ArrayLength(States.ArrayUnique(States.Array(true, $.check.answer.empty.%s))), -1)"
                                                ::formatted)
                                .collect(joining(", ", "States.Array(", ")")));
    }

    @Test
    void aFileWithOtherContentHasAnotherKey() {
        StatementFile one = StatementFile.of("statements/shop", "masks/users", Map.of("a", "b"));
        StatementFile two = StatementFile.of("statements/shop", "masks/users", Map.of("a", "c"));

        assertThat(one.key()).matches("statements/shop/masks/users/[0-9a-f]{12}\\.json");
        assertThat(two.key()).isNotEqualTo(one.key());
        assertThat(two.name()).isEqualTo(one.name());
    }

    @Test
    void noIterationEndsWithMoreThanAFewWords() {
        Set<String> maps = new HashSet<>();
        for (String map :
                List.of(
                        "Mask",
                        "Prove",
                        "Publish",
                        "Go back to the last run",
                        "Withdraw the first run",
                        "Describe the views")) {
            JsonNode state = machine.at("/States").get(map);
            assertThat(state.get("MaxConcurrency").asInt()).as(map).isEqualTo(10);
            for (JsonNode each : state.at("/ItemProcessor/States")) {
                boolean isSmall =
                        each.has("OutputPath")
                                || each.path("Type").asText().equals("Pass")
                                        && !each.has("ResultPath");
                if (each.has("End")) {
                    assertThat(isSmall).as(map + ": " + each).isTrue();
                    maps.add(map);
                }
            }
        }
        assertThat(maps).hasSize(6);
    }

    private JsonNode content(JsonNode item) {
        return TestJson.parse(files.get(item.get("key").asText()).content());
    }

    private static String joined(JsonNode task, JsonNode file, List<Integer> filled) {
        return arguments(task).stream()
                .map(argument -> value(argument, file, filled))
                .collect(joining());
    }

    private static String value(String argument, JsonNode file, List<Integer> filled) {
        Matcher byTable = CHOSEN_BY_TABLE.matcher(argument);
        if (byTable.matches()) {
            int table = at(file, byTable.group(3)).asInt();
            assertThat(byTable.group(2)).isEqualTo("$.filled");
            return at(file, byTable.group(1)).get(filled.get(table)).asText();
        }
        Matcher chosen = CHOSEN.matcher(argument);
        if (chosen.matches()) {
            assertThat(chosen.group(1)).isEqualTo("$.values");
            return List.of("", RUN).get(at(file, chosen.group(2)).asInt());
        }
        JsonNode text = at(file, argument);
        assertThat(text.isTextual()).as(argument).isTrue();
        return text.asText();
    }

    private static String view(JsonNode task, JsonNode views, String name) {
        return arguments(task).stream()
                .map(
                        argument ->
                                switch (argument) {
                                    case "$.table" -> name;
                                    case "$.runId" -> RUN;
                                    default -> at(views, argument).asText();
                                })
                .collect(joining());
    }

    /** Of {@code States.Format('{}{}', ...)}, split where no bracket is open. */
    private static List<String> arguments(JsonNode task) {
        String format = task.at("/Parameters/QueryString.$").asText();
        Matcher whole = Pattern.compile("States\\.Format\\('((?:\\{})+)', (.*)\\)").matcher(format);
        assertThat(whole.matches()).as(format).isTrue();
        List<String> arguments = new ArrayList<>();
        int open = 0;
        for (String piece : whole.group(2).split(", ")) {
            if (open > 0) {
                piece = arguments.remove(arguments.size() - 1) + ", " + piece;
            }
            arguments.add(piece);
            open = piece.replaceAll("[^(]", "").length() - piece.replaceAll("[^)]", "").length();
        }
        assertThat(arguments).hasSize(whole.group(1).length() / 2);
        return arguments;
    }

    /** {@code $.file.sql.texts[0]} and {@code $.publish[0]} below the file or the list. */
    private static JsonNode at(JsonNode root, String path) {
        return root.at(
                path.replaceFirst("^\\$(\\.file\\.sql)?", "")
                        .replace('.', '/')
                        .replaceAll("\\[(\\d+)]", "/$1"));
    }

    private JsonNode machine() {
        return TestJson.parse(new NightlyWorkflow(night.statements(), night.arns()).json());
    }

    private List<TableNight> tables() {
        return night.source().sourceTables().stream()
                .map(table -> TableNight.of(table, night.policy(), night.databases()))
                .toList();
    }

    private static Night night() {
        Environment environment =
                EnvironmentLoader.load(
                        Path.of(System.getProperty("platform.root"), "environments", "local"));
        return new Night(
                new NightlyStatements(environment, environment.sources().get(0)),
                new PipelineArns("function-arn", "quarantine-key", "masked-key"));
    }
}
