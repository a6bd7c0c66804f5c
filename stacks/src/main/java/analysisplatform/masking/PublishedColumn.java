package analysisplatform.masking;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.Stored;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import java.util.List;
import java.util.Locale;

/**
 * One column of a masked table.
 *
 * @param source as the policy names it
 * @param name lower case, as the catalogue knows it
 * @param type its Athena type
 * @param action what the mask does
 * @param stored how the catalogue shows the raw column
 */
public record PublishedColumn(
        String source, String name, String type, Action action, Stored stored) {

    /** The columns of a masked table in the policy's order. */
    public static List<PublishedColumn> of(TablePolicy policy) {
        return policy.columns().entrySet().stream()
                .flatMap(
                        column -> {
                            String source = column.getKey();
                            Action action = column.getValue().action();
                            return action
                                    .publishedType()
                                    .map(
                                            type ->
                                                    new PublishedColumn(
                                                            source,
                                                            source.toLowerCase(Locale.ROOT),
                                                            type,
                                                            action,
                                                            column.getValue().stored()))
                                    .stream();
                        })
                .toList();
    }

    boolean isText() {
        return type.startsWith(Action.TEXT);
    }
}
