package analysisplatform.config;

import analysisplatform.config.SourceReader.LocatedSource;
import analysisplatform.config.document.Document;
import analysisplatform.config.document.KeyPath;
import analysisplatform.names.AwsName;
import analysisplatform.names.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether AWS accepts every name, and none is needed twice. */
final class NameRules {

    /** Beginnings that S3 keeps for itself (guide "General purpose bucket naming rules"). */
    private static final List<String> RESERVED_BUCKETS = List.of("sthree-", "amzn-s3-demo-");

    private static final KeyPath PROJECT = KeyPath.of("project");

    private final Document platform;
    private final Names names;

    private NameRules(Document platform, Names names) {
        this.platform = platform;
        this.names = names;
    }

    static void check(String environment, Document platform, List<LocatedSource> sources) {
        Optional<String> project = platform.text(PROJECT);
        Optional<String> account = platform.text(KeyPath.of("account"));
        Optional<String> region = platform.text(KeyPath.of("region"));
        if (project.isPresent() && account.isPresent() && region.isPresent()) {
            Names names = new Names(project.get(), environment, account.get(), region.get());
            new NameRules(platform, names).check(sources);
        }
    }

    private void check(List<LocatedSource> sources) {
        reservedBuckets();
        List<AwsName> taken = new ArrayList<>(AwsName.ofEnvironment(names));
        lengths(PROJECT, names.project(), taken);
        for (LocatedSource located : sources) {
            List<AwsName> added = AwsName.ofSource(names, located.source());
            KeyPath path = located.path().then("name");
            lengths(path, located.source().name(), added);
            clashes(path, located.source().name(), added, taken);
            taken.addAll(added);
        }
    }

    private void reservedBuckets() {
        RESERVED_BUCKETS.stream()
                .filter(names.named("")::startsWith)
                .forEach(
                        reserved ->
                                platform.problem(
                                        PROJECT,
                                        "is \"%s\", but S3 allows no bucket name that begins with %s."
                                                .formatted(names.project(), reserved)));
    }

    /** Names the longest of a kind only: shortening it cures the others too. */
    private void lengths(KeyPath path, String value, List<AwsName> candidates) {
        Map<AwsName.Kind, AwsName> longest = new EnumMap<>(AwsName.Kind.class);
        candidates.stream()
                .filter(AwsName::isTooLong)
                .sorted(Comparator.comparingInt(name -> name.value().length()))
                .forEach(name -> longest.put(name.kind(), name));
        for (AwsName name : longest.values()) {
            platform.problem(
                    path,
                    "is \"%s\", but makes the %s \"%s\" of %d characters, and at most %d are allowed; shorten project%s."
                            .formatted(
                                    value,
                                    name.kind().label(),
                                    name.value(),
                                    name.value().length(),
                                    name.kind().maximumLength(),
                                    name.owner().isEmpty()
                                            ? " or environment"
                                            : ", environment or source"));
        }
    }

    private void clashes(KeyPath path, String source, List<AwsName> added, List<AwsName> taken) {
        for (AwsName name : added) {
            taken.stream()
                    .filter(name::clashesWith)
                    .filter(other -> !other.owner().equals(source))
                    .findFirst()
                    .ifPresent(
                            other ->
                                    platform.problem(
                                            path,
                                            "is \"%s\", but makes the %s \"%s\", which %s needs too; choose another name."
                                                    .formatted(
                                                            source,
                                                            name.kind().label(),
                                                            name.value(),
                                                            owner(other))));
        }
    }

    private static String owner(AwsName name) {
        return name.owner().isEmpty() ? "the platform" : "source \"" + name.owner() + "\"";
    }
}
