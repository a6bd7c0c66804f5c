package analysisplatform.kpi;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.masking.PublishedColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the SQL of a source's KPIs may read, by the names that analysts know. */
public final class PublishedViews {

    private final Map<String, View> byName;

    private record View(List<PublishedColumn> columns, Set<String> withheld) {}

    private PublishedViews(Map<String, View> byName) {
        this.byName = byName;
    }

    /** The views that a policy publishes; tables without a policy are left out. */
    public static PublishedViews of(Source source, MaskingPolicy policy) {
        Map<String, View> views = new HashMap<>();
        for (SourceTable table : source.sourceTables()) {
            TablePolicy columns = policy.tables().get(table.configured());
            if (columns != null) {
                views.put(table.publishedName(), view(columns));
            }
        }
        return new PublishedViews(views);
    }

    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    /** The view's columns, or empty when nothing of that name is published. */
    Optional<List<Scope.Field>> fields(String view, String alias) {
        return Optional.ofNullable(byName.get(view))
                .map(
                        found ->
                                found.columns().stream()
                                        .map(
                                                column ->
                                                        new Scope.Field(
                                                                alias,
                                                                column.name(),
                                                                Kind.ofType(column.type()),
                                                                view))
                                        .toList());
    }

    /** Whether the policy knows the column and does not publish it. */
    boolean isWithheld(String view, String column) {
        View found = byName.get(view);
        return found != null && found.withheld().contains(column);
    }

    private static View view(TablePolicy policy) {
        List<PublishedColumn> published = PublishedColumn.of(policy);
        Set<String> names =
                published.stream().map(PublishedColumn::name).collect(Collectors.toSet());
        List<String> withheld = new ArrayList<>();
        policy.columns().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !names.contains(name))
                .forEach(withheld::add);
        return new View(published, Set.copyOf(withheld));
    }
}
