package analysisplatform.masking;

import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.names.Names;
import java.nio.file.Path;

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

    /**
     * Tables and the first key below a folder, where there is no S3.
     *
     * @param prefix of the names of raw, masked and published database
     * @param pseudonymKey database of the keys' tables; several sources may share it
     */
    public static Databases onFiles(Path folder, String prefix, String pseudonymKey) {
        String place = "file://" + folder.toAbsolutePath();
        return new Databases(
                prefix + "raw",
                prefix + "masked",
                prefix + "published",
                pseudonymKey,
                1,
                place + "/" + prefix + "masked",
                place + "/key/");
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
