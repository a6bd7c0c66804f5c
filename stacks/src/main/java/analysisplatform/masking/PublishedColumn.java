package analysisplatform.masking;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.Stored;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One column of a masked table.
 *
 * @param source as the policy names it
 * @param dataClass of what the source column holds
 * @param name lower case, as the catalogue knows it
 * @param type its Athena type
 * @param action what the mask does; of several published columns, for this one
 * @param stored how the catalogue shows the raw column
 */
public record PublishedColumn(
        String source,
        DataClass dataClass,
        String name,
        String type,
        Action action,
        Stored stored) {

    /** The columns of a masked table in the policy's order. */
    public static List<PublishedColumn> of(TablePolicy policy) {
        return policy.columns().entrySet().stream()
                .flatMap(column -> published(column.getKey(), column.getValue()))
                .toList();
    }

    private static Stream<PublishedColumn> published(String source, ColumnPolicy column) {
        return column.action().published().stream()
                .map(
                        published ->
                                new PublishedColumn(
                                        source,
                                        column.dataClass(),
                                        (source + published.suffix()).toLowerCase(Locale.ROOT),
                                        published.type(),
                                        published.action(),
                                        column.stored()));
    }

    boolean isText() {
        return type.equals(Action.TEXT);
    }

    /** Whether its values have the form of a pseudonym, with or without a domain. */
    boolean isPseudonym() {
        return action instanceof Action.Pseudonym || action instanceof Action.Email;
    }

    /** Whether it is text of which only the data knows what it says. */
    boolean isReadable() {
        return isText() && !isPseudonym() && !(action instanceof Action.Null);
    }
}
