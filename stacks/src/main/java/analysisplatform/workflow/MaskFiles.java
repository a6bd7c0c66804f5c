package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statements of the masks: one file per table, for a raw table without rows and with rows. */
final class MaskFiles {

    private final String prefix;
    private final List<TableNight> tables;
    private final Slots slots;
    private final List<StatementFile> files;

    /**
     * @param prefix where the source's statements lie, without a slash at the end
     */
    MaskFiles(String prefix, List<TableNight> tables) {
        this.prefix = prefix;
        this.tables = tables;
        this.slots =
                Slots.forAll(
                        tables.stream()
                                .flatMap(
                                        table ->
                                                Stream.of(
                                                        table.statements().createEmpty(),
                                                        table.statements().createMasked()))
                                .toList());
        this.files = tables.stream().map(this::file).toList();
    }

    List<StatementFile> files() {
        return files;
    }

    /** One per table; {@code number} is its place in the list of tables with rows. */
    List<Map<String, Object>> items() {
        return IntStream.range(0, tables.size()).mapToObj(this::item).toList();
    }

    private Map<String, Object> item(int number) {
        Map<String, Object> item =
                files.get(number).item(tables.get(number).table().publishedName());
        item.put("number", number);
        return item;
    }

    /**
     * @param statement path of one of a file's statements
     */
    List<String> arguments(String statement, String values) {
        return slots.arguments(statement, values);
    }

    private StatementFile file(TableNight table) {
        return StatementFile.of(
                prefix,
                "masks/" + table.table().publishedName(),
                ordered(
                        "statements",
                        List.of(
                                slots.json(table.statements().createEmpty()),
                                slots.json(table.statements().createMasked()))));
    }
}
