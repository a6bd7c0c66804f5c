package analysisplatform.masking;

import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import analysisplatform.names.Names;

/**
 * Where the tables of one source live.
 *
 * @param maskedRoot S3 URL below which each run has a folder, without a slash at the end
 * @param pseudonymKeyLocation S3 URL of the key table, with a slash at the end
 */
public record Databases(
        String raw,
        String masked,
        String published,
        String pseudonymKey,
        String maskedRoot,
        String pseudonymKeyLocation) {

    public static Databases of(Names names, Source source) {
        return new Databases(
                names.rawDatabase(source),
                names.maskedDatabase(source),
                names.publishedDatabase(source),
                names.pseudonymKeyDatabase(),
                names.maskedRoot(source),
                "s3://" + names.quarantineBucket() + "/" + names.pseudonymKeyPrefix() + "/");
    }

    /** The masked table of one run, quoted; the run id is yet to come. */
    String maskedTable(SourceTable table) {
        return Sql.table(masked, table.publishedName() + "__" + RunSql.RUN);
    }
}
