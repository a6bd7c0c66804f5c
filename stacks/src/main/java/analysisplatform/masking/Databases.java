package analysisplatform.masking;

import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.names.Names;

/**
 * Where the tables of one source live.
 *
 * @param pseudonymKey database of the keys' tables
 * @param pseudonymKeyVersion of the key that makes the pseudonyms, and part of each of them
 * @param maskedRoot S3 URL below which each run has a folder, without a slash at the end
 * @param pseudonymKeyLocation S3 URL of the key table, with a slash at the end
 */
public record Databases(
        String raw,
        String masked,
        String published,
        String pseudonymKey,
        int pseudonymKeyVersion,
        String maskedRoot,
        String pseudonymKeyLocation) {

    /**
     * @param pseudonymKeyVersion of the key that makes the pseudonyms
     */
    public static Databases of(Names names, Source source, int pseudonymKeyVersion) {
        return new Databases(
                names.rawDatabase(source),
                names.maskedDatabase(source),
                names.publishedDatabase(source),
                names.pseudonymKeyDatabase(),
                pseudonymKeyVersion,
                names.maskedRoot(source),
                "s3://%s/%s/"
                        .formatted(
                                names.quarantineBucket(),
                                names.pseudonymKeyPrefix(pseudonymKeyVersion)));
    }

    /** Name of the table that holds the key. */
    public String pseudonymKeyTable() {
        return "pseudonym_key_v" + pseudonymKeyVersion;
    }

    /** The masked table of one run, quoted; the run id is yet to come. */
    String maskedTable(SourceTable table) {
        return maskedTable(table.publishedName());
    }

    String maskedTable(String publishedName) {
        return Sql.table(masked, publishedName + "__" + RunSql.RUN);
    }
}
