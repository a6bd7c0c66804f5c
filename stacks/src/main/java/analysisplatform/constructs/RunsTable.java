package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.names.Names;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTable;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableAttribute;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableConfig;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTablePointInTimeRecovery;
import java.util.List;
import software.constructs.Construct;

/**
 * Creates the table of locks and published runs. It holds names of runs, no data, so AWS' own key
 * encrypts it.
 */
final class RunsTable extends Construct {

    private static final String KEY = "id";

    RunsTable(Construct scope, String id, Environment environment) {
        super(scope, id);
        Keeping keeping = Keeping.of(environment);
        new DynamodbTable(
                this,
                "table",
                DynamodbTableConfig.builder()
                        .name(Names.of(environment).runsTable())
                        .billingMode("PAY_PER_REQUEST")
                        .hashKey(KEY)
                        .attribute(
                                List.of(
                                        DynamodbTableAttribute.builder()
                                                .name(KEY)
                                                .type("S")
                                                .build()))
                        .pointInTimeRecovery(
                                DynamodbTablePointInTimeRecovery.builder().enabled(true).build())
                        .deletionProtectionEnabled(!keeping.isDisposable())
                        .lifecycle(keeping.lifecycle())
                        .build());
    }
}
