package analysisplatform.sample;

import java.util.List;

/**
 * A database to export.
 *
 * @param tables in the order of the manifest
 */
record SampleDatabase(String name, Flavour flavour, List<SampleTable> tables) {

    SampleDatabase {
        tables = List.copyOf(tables);
    }

    /** Decides how the manifest names a table. */
    enum Flavour {
        MYSQL,
        POSTGRESQL
    }

    String target(SampleTable table) {
        return flavour == Flavour.MYSQL ? table.folder() : name + "." + table.folder();
    }
}
