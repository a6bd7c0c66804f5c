package analysisplatform.alarms;

import java.util.List;

/**
 * KMS keys as CloudTrail may name them. AWS invents their ids, so in a stack these are Terraform
 * references.
 */
public record WatchedKeys(Key quarantine, Key masked, Key alerts) {

    /** A caller of KMS gives either. */
    public record Key(String id, String arn) {

        List<String> names() {
            return List.of(id, arn);
        }
    }
}
