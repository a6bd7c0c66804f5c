package analysisplatform.masking;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import java.util.List;

/**
 * Which entries a scan of a raw table has and which one of its masked table, and where in them a
 * published column is found. Pseudonyms are not among them: {@link ValuesProof} compares those.
 */
final class ColumnEntries {

    /** The bit of an entry with text that is not NULL. */
    static final int PRESENT = 1;

    private final ProvenTable table;
    private final List<PublishedColumn> readable;
    private final List<PublishedColumn> others;
    private final List<String> compared;
    private final EntryList raw;
    private final EntryList masked;

    /** An entry and a bit of its flags. */
    record Place(int part, long bit) {}

    ColumnEntries(ProvenTable table) {
        this.table = table;
        List<PublishedColumn> columns =
                table.published().stream().filter(c -> !c.isPseudonym()).toList();
        readable = columns.stream().filter(PublishedColumn::isReadable).toList();
        others = columns.stream().filter(c -> !c.isReadable()).toList();
        compared =
                columns.stream()
                        .filter(c -> !(c.action() instanceof Action.Null))
                        .map(PublishedColumn::source)
                        .distinct()
                        .toList();
        raw = new EntryList(compared.stream().map(this::isThere).toList(), List.of());
        masked =
                new EntryList(
                        others.stream().map(c -> ProvenTable.masked(c) + " IS NOT NULL").toList(),
                        readable.stream().map(ProvenTable::masked).toList());
    }

    EntryList raw() {
        return raw;
    }

    EntryList masked() {
        return masked;
    }

    Place raw(PublishedColumn column) {
        int condition = compared.indexOf(column.source());
        return new Place(EntryList.wordOf(condition), EntryList.bitOf(condition));
    }

    Place masked(PublishedColumn column) {
        if (others.contains(column)) {
            int condition = others.indexOf(column);
            return new Place(EntryList.wordOf(condition), EntryList.bitOf(condition));
        }
        return new Place(masked.textEntry(readable.indexOf(column)), PRESENT);
    }

    /** A date without a person cannot be shifted, so it counts as not there. */
    private String isThere(String source) {
        String there = table.raw(source) + " IS NOT NULL";
        ColumnPolicy column = table.policy().columns().get(source);
        return column.action() instanceof Action.Shift shift
                ? there + " AND " + Pseudonyms.normalised(table.raw(shift.person())) + " <> ''"
                : there;
    }
}
