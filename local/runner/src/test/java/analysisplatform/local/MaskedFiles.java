package analysisplatform.local;

import analysisplatform.names.ProvenTag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

/** What the runs of the source have in the masked store. */
record MaskedFiles(DeployedPlatform platform) {

    private static final Tag PROVEN =
            Tag.builder().key(ProvenTag.KEY).value(ProvenTag.VALUE).build();

    /** Runs that have files. */
    List<String> runs() {
        return List.copyOf(keys().keySet());
    }

    /** Runs of whose files at least one is marked as proven. */
    List<String> openedRuns() {
        return keys().entrySet().stream()
                .filter(run -> run.getValue().stream().anyMatch(this::isMarked))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Runs that analysts can read wholly: every file of a table is marked as proven. What the KPIs
     * leave behind comes later and concerns nobody.
     */
    List<String> openRuns() {
        return keys().entrySet().stream()
                .filter(run -> run.getValue().stream().filter(isOfTable()).allMatch(this::isMarked))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Predicate<String> isOfTable() {
        List<String> tables =
                platform.source.sourceTables().stream()
                        .map(table -> table.publishedName())
                        .toList();
        return key -> tables.contains(key.split("/")[3]);
    }

    /** As if the run had been published before files were marked. */
    void unmark(String run) {
        keys().get(run).forEach(key -> s3().deleteObjectTagging(r -> r.bucket(bucket()).key(key)));
    }

    /** A file may go while somebody looks. */
    private boolean isMarked(String key) {
        try {
            return s3().getObjectTagging(r -> r.bucket(bucket()).key(key))
                    .tagSet()
                    .contains(PROVEN);
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    private Map<String, List<String>> keys() {
        String prefix = platform.names.maskedPrefix(platform.source) + "/";
        return s3()
                .listObjectsV2Paginator(r -> r.bucket(bucket()).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .collect(
                        Collectors.groupingBy(
                                key -> key.substring(prefix.length()).split("/")[0],
                                TreeMap::new,
                                Collectors.toList()));
    }

    private S3Client s3() {
        return platform.clients.s3();
    }

    private String bucket() {
        return platform.names.maskedBucket();
    }
}
