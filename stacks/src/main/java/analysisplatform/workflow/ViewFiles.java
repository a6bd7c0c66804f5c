package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.config.Language;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.SourceTable;
import analysisplatform.masking.CatalogType;
import analysisplatform.masking.PublishedColumn;
import analysisplatform.words.ColumnComment;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the catalogue is told of the views' columns: one file per table. */
final class ViewFiles {

    private final String prefix;
    private final List<SourceTable> tables;
    private final MaskingPolicy policy;
    private final Language language;
    private final List<StatementFile> files;

    /**
     * @param prefix where the source's statements lie, without a slash at the end
     * @param language of the comments
     */
    ViewFiles(String prefix, List<SourceTable> tables, MaskingPolicy policy, Language language) {
        this.prefix = prefix;
        this.tables = tables;
        this.policy = policy;
        this.language = language;
        this.files = tables.stream().map(this::file).toList();
    }

    List<StatementFile> files() {
        return files;
    }

    /** One per table. */
    List<Map<String, Object>> items() {
        return IntStream.range(0, tables.size())
                .mapToObj(i -> files.get(i).item(tables.get(i).publishedName()))
                .toList();
    }

    private StatementFile file(SourceTable table) {
        return StatementFile.of(
                prefix,
                "views/" + table.publishedName(),
                ordered(
                        "columns",
                        PublishedColumn.of(policy.tables().get(table.configured())).stream()
                                .map(this::described)
                                .toList()));
    }

    /** In the words of Glue's API. */
    private Map<String, Object> described(PublishedColumn column) {
        return ordered(
                "Name",
                column.name(),
                "Type",
                CatalogType.of(column.type()),
                "Comment",
                ColumnComment.of(policy, column, language));
    }
}
