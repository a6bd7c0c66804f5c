package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.json.Literal;
import analysisplatform.names.Names;
import analysisplatform.workflow.StatementFile;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.s3_object.S3Object;
import com.hashicorp.cdktf.providers.aws.s3_object.S3ObjectConfig;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * Creates the objects with the SQL of one source, which its state machine reads.
 *
 * <p>Requires the masked store. They are encrypted with S3's own key: whoever deploys may write
 * here but not use the masked store's key. New ones come before old ones go.
 */
final class StatementFiles extends Construct {

    private final List<ITerraformDependable> objects = new ArrayList<>();

    StatementFiles(
            Construct scope,
            String id,
            Environment environment,
            Store store,
            List<StatementFile> files) {
        super(scope, id);
        String bucket = Names.of(environment).maskedBucket();
        files.forEach(file -> create(bucket, store, file));
    }

    /** What reads the statements comes after them. */
    List<ITerraformDependable> objects() {
        return objects;
    }

    private void create(String bucket, Store store, StatementFile file) {
        objects.add(
                new S3Object(
                        this,
                        file.name().replace('/', '-'),
                        S3ObjectConfig.builder()
                                .bucket(bucket)
                                .key(file.key())
                                .content(Literal.json(file.content()))
                                .contentType("application/json; charset=utf-8")
                                .serverSideEncryption("AES256")
                                .dependsOn(List.of(store.masked().bucket()))
                                .lifecycle(
                                        TerraformResourceLifecycle.builder()
                                                .createBeforeDestroy(true)
                                                .build())
                                .build()));
    }
}
