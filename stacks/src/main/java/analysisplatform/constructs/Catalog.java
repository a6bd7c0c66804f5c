package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.names.Names;
import com.hashicorp.cdktf.providers.aws.glue_catalog_database.GlueCatalogDatabase;
import com.hashicorp.cdktf.providers.aws.glue_catalog_database.GlueCatalogDatabaseConfig;
import software.constructs.Construct;

/**
 * Creates the Glue databases: raw, masked and published of each source, and the pseudonym key's.
 * Their tables come and go with the nightly runs.
 */
final class Catalog extends Construct {

    Catalog(Construct scope, String id, Environment environment) {
        super(scope, id);
        Names names = Names.of(environment);
        database("pseudonym-key", names.pseudonymKeyDatabase(), "One row: the pseudonym key");
        for (Source source : environment.sources()) {
            database(
                    "raw-" + source.name(),
                    names.rawDatabase(source),
                    "The raw export of " + source.name() + ", empty between runs");
            database(
                    "masked-" + source.name(),
                    names.maskedDatabase(source),
                    "Masked tables of " + source.name() + ", one set per run");
            database(
                    "published-" + source.name(),
                    names.publishedDatabase(source),
                    "Views over the published run of " + source.name());
        }
    }

    private void database(String id, String name, String description) {
        new GlueCatalogDatabase(
                this,
                id,
                GlueCatalogDatabaseConfig.builder().name(name).description(description).build());
    }
}
