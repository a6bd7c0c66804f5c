package analysisplatform.masking;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which entries a scan of a raw table has and which one of its masked table, and where in them a
 * published column is found. On both sides the columns with pseudonyms come first among the texts.
 */
final class ColumnEntries {

    /** The bit of an entry with text that is not NULL; on the raw side, not blank. */
    static final int PRESENT = 1;

    private final ProvenTable table;
    private final List<PublishedColumn> pseudonyms;
    private final List<PublishedColumn> readable;
    private final List<PublishedColumn> others;
    private final List<String> compared;
    private final EntryList raw;
    private final EntryList masked;

    /** An entry and a bit of its flags. */
    record Place(int part, long bit) {}

    ColumnEntries(ProvenTable table) {
        this.table = table;
        List<PublishedColumn> columns = table.published();
        pseudonyms =
                Stream.concat(
                                columns.stream()
                                        .filter(c -> c.action() instanceof Action.Pseudonym),
                                columns.stream().filter(c -> c.action() instanceof Action.Email))
                        .toList();
        readable = columns.stream().filter(PublishedColumn::isReadable).toList();
        others = columns.stream().filter(c -> !c.isPseudonym() && !c.isReadable()).toList();
        compared =
                columns.stream()
                        .filter(c -> !c.isPseudonym() && !(c.action() instanceof Action.Null))
                        .map(PublishedColumn::source)
                        .distinct()
                        .toList();
        raw =
                new EntryList(
                        compared.stream().map(this::isThere).toList(),
                        pseudonyms.stream()
                                .map(c -> Pseudonyms.canonical(table.raw(c.source())))
                                .toList());
        masked =
                new EntryList(
                        others.stream().map(c -> ProvenTable.masked(c) + " IS NOT NULL").toList(),
                        Stream.concat(pseudonyms.stream(), readable.stream())
                                .map(ProvenTable::masked)
                                .toList());
    }

    EntryList raw() {
        return raw;
    }

    EntryList masked() {
        return masked;
    }

    /** The first masked entry with an e-mail's pseudonym. */
    int firstEmail() {
        long plain =
                pseudonyms.stream().filter(c -> c.action() instanceof Action.Pseudonym).count();
        return masked.textEntry((int) plain);
    }

    /** The first masked entry with a text that is no pseudonym. */
    int firstReadable() {
        return masked.textEntry(pseudonyms.size());
    }

    Place raw(PublishedColumn column) {
        if (column.isPseudonym()) {
            return new Place(raw.textEntry(pseudonyms.indexOf(column)), PRESENT);
        }
        int condition = compared.indexOf(column.source());
        return new Place(EntryList.wordOf(condition), EntryList.bitOf(condition));
    }

    Place masked(PublishedColumn column) {
        if (others.contains(column)) {
            int condition = others.indexOf(column);
            return new Place(EntryList.wordOf(condition), EntryList.bitOf(condition));
        }
        int text =
                column.isPseudonym()
                        ? pseudonyms.indexOf(column)
                        : pseudonyms.size() + readable.indexOf(column);
        return new Place(masked.textEntry(text), PRESENT);
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
