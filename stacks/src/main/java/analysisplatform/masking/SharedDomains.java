package analysisplatform.masking;

import static java.util.stream.Collectors.joining;

import analysisplatform.config.Action;
import java.util.List;

/**
 * The domains of one table's e-mail columns that enough people share.
 *
 * <p>A second look at raw, but at the e-mail columns alone: Parquet lies in columns. Windows over
 * the one scan would send every row through a sort instead.
 */
final class SharedDomains {

    private final List<PublishedColumn> emails;
    private final int minimumPeople;

    SharedDomains(List<PublishedColumn> columns, int minimumPeople) {
        this.emails = columns.stream().filter(c -> c.action() instanceof Action.Email).toList();
        this.minimumPeople = minimumPeople;
    }

    /** The table with one row per shared domain of an e-mail column. */
    static String table(PublishedColumn email) {
        return Sql.identifier("shared_domains_of_" + email.name());
    }

    /** What precedes the SELECT. */
    String with(String rawTable) {
        return emails.isEmpty()
                ? ""
                : emails.stream()
                        .map(email -> shared(email, rawTable))
                        .collect(joining(",\n", "WITH ", "\n"));
    }

    /**
     * What follows the FROM.
     *
     * @param rows alias of the rows, whose first step of each e-mail is its normalised address
     */
    String join(String rows) {
        return emails.stream()
                .map(
                        email ->
                                "\nLEFT JOIN %1$s ON %1$s.domain = %2$s"
                                        .formatted(
                                                table(email),
                                                Pseudonyms.domain(MaskQuery.step(rows, email, 0))))
                .collect(joining());
    }

    private String shared(PublishedColumn email, String rawTable) {
        String address = Pseudonyms.normalised(Sql.raw(email.source(), email.stored()));
        return "%s AS (\n  SELECT %s AS domain FROM %s AS r GROUP BY 1 HAVING count(DISTINCT %s) >= %d\n)"
                .formatted(
                        table(email), Pseudonyms.domain(address), rawTable, address, minimumPeople);
    }
}
