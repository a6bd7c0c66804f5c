package analysisplatform.policy;

import analysisplatform.config.Source;
import java.util.List;

/** ARNs of a source's database, which is an instance or a cluster. */
record RdsArns(Source source) {

    String database() {
        return switch (source.kind()) {
            case INSTANCE -> arn("db:" + source.identifier());
            case CLUSTER -> arn("cluster:" + source.identifier());
        };
    }

    String describe() {
        return switch (source.kind()) {
            case INSTANCE -> "rds:DescribeDBSnapshots";
            case CLUSTER -> "rds:DescribeDBClusterSnapshots";
        };
    }

    String everySnapshot() {
        return snapshot("*");
    }

    /** RDS names an automated snapshot {@code rds:<identifier>-<time>}. */
    List<String> snapshots() {
        String identifier = source.identifier();
        return List.of(snapshot("rds:" + identifier + "-*"), snapshot(identifier + "-*"));
    }

    /** Everything of RDS in the source's account and region. */
    String any() {
        return arn("*");
    }

    private String snapshot(String id) {
        return switch (source.kind()) {
            case INSTANCE -> arn("snapshot:" + id);
            case CLUSTER -> arn("cluster-snapshot:" + id);
        };
    }

    private String arn(String resource) {
        return "arn:aws:rds:" + source.region() + ":" + source.account() + ":" + resource;
    }
}
