package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.List;
import java.util.Map;

/**
 * Class and mask of every column go into the catalogue, because Athena has no words for them in
 * {@code CREATE VIEW} and forgets them with each one. What the view reads stays as Athena wrote it.
 * A view that cannot be described stays without comments until the next night; that is worth no
 * failure.
 */
final class DescribeStates {

    static final String START = "List the views to describe";

    private static final String DESCRIBE = "Describe the views";
    private static final String READ = "Read what the columns mean";
    private static final String LOOK = "Look at the view";
    private static final String DESCRIBE_VIEW = "Describe a view";
    private static final String LEAVE = "Leave the view without comments";
    private static final String VIEW = "$.view.name";

    private final Night night;

    DescribeStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        return List.of(
                State.pass(START)
                        .result(ordered("views", night.statements().views().items()))
                        .into("$.describing")
                        .next(DESCRIBE),
                State.map(
                                DESCRIBE,
                                "$.describing.views",
                                ordered("view.$", "$$.Map.Item.Value"),
                                each())
                        .concurrency(Night.STATEMENTS_AT_A_TIME)
                        .discardResult()
                        .ignoringErrors(next)
                        .next(next));
    }

    private Branch each() {
        return Branch.of(
                Tasks.readFile(
                                night,
                                READ,
                                "$.view.key",
                                Map.of("content.$", "States.StringToJson($.Body)"))
                        .into("$.file")
                        .ignoringErrors(LEAVE)
                        .next(LOOK),
                Tasks.glue(LOOK, "getTable", ordered("DatabaseName", published(), "Name.$", VIEW))
                        .select(Map.of("text.$", "$.Table.ViewOriginalText"))
                        .into("$.shown")
                        .ignoringErrors(LEAVE)
                        .next(DESCRIBE_VIEW),
                Tasks.glue(
                                DESCRIBE_VIEW,
                                "updateTable",
                                ordered(
                                        "DatabaseName",
                                        published(),
                                        "SkipArchive",
                                        true,
                                        "TableInput",
                                        view()))
                        .discardResult()
                        .ignoringErrors(LEAVE)
                        .output(VIEW)
                        .end(),
                State.pass(LEAVE).output(VIEW).end());
    }

    /** An update replaces the whole entry; this is how Athena writes one. */
    private static Map<String, Object> view() {
        return ordered(
                "Name.$",
                VIEW,
                "TableType",
                "VIRTUAL_VIEW",
                "Parameters",
                ordered("presto_view", "true", "comment", "Presto View"),
                "ViewOriginalText.$",
                "$.shown.text",
                "ViewExpandedText",
                "/* Presto View */",
                "StorageDescriptor",
                ordered("Columns.$", "$.file.content.columns", "SerdeInfo", Map.of()));
    }

    private String published() {
        return night.names().publishedDatabase(night.source());
    }
}
