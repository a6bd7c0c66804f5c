package analysisplatform.export;

/**
 * A table that the export must contain.
 *
 * @param name as the masking policy calls it
 * @param folder RDS' folder below the database's folder
 * @param manifestTarget as the export's own manifest calls it
 * @param publishedName what analysts see
 */
record WantedTable(String name, String folder, String manifestTarget, String publishedName) {

    static WantedTable of(Fields fields) {
        return new WantedTable(
                fields.text("name"),
                fields.text("folder"),
                fields.text("manifestTarget"),
                fields.text("publishedName"));
    }
}
