package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.json.Literal;
import analysisplatform.queries.SavedQueries;
import analysisplatform.queries.SavedQuery;
import com.hashicorp.cdktf.providers.aws.athena_named_query.AthenaNamedQuery;
import com.hashicorp.cdktf.providers.aws.athena_named_query.AthenaNamedQueryConfig;
import software.constructs.Construct;

/**
 * Creates the saved queries of the analysts' workgroup.
 *
 * <p>Requires the workgroup. Athena keeps a query even where its database is gone, so nothing else.
 */
final class SavedQueriesInWorkgroup extends Construct {

    SavedQueriesInWorkgroup(Construct scope, String id, Environment environment, String workgroup) {
        super(scope, id);
        SavedQueries.of(environment).forEach(query -> create(workgroup, query));
    }

    private void create(String workgroup, SavedQuery query) {
        new AthenaNamedQuery(
                this,
                query.id(),
                AthenaNamedQueryConfig.builder()
                        .workgroup(workgroup)
                        .database(query.database())
                        .name(Literal.text(query.name()))
                        .description(Literal.text(query.description()))
                        .query(Literal.text(query.sql()))
                        .build());
    }
}
