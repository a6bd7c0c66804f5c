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

/** What the catalogue is told of the views' columns: one file per table. */
final class ViewFiles {

    private final Night night;
    private final MaskingPolicy policy;
    private final Language language;

    ViewFiles(Night night) {
        this.night = night;
        this.policy = night.policy();
        this.language = night.environment().platform().language();
    }

    List<StatementFile> files() {
        return night.source().sourceTables().stream().map(this::file).toList();
    }

    /** One per table. */
    List<Map<String, Object>> items() {
        return night.source().sourceTables().stream()
                .map(table -> file(table).item(table.publishedName()))
                .toList();
    }

    private StatementFile file(SourceTable table) {
        return StatementFile.of(
                night.names().statementsPrefix(night.source()),
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
