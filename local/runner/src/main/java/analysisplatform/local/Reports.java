package analysisplatform.local;

import analysisplatform.config.Source;
import analysisplatform.names.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the nights of one source left as evidence. */
public final class Reports {

    private static final String PAGE = ".html";
    private static final String DATA = ".json";

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    public Reports(S3Client s3, Names names, Source source) {
        this.s3 = s3;
        this.bucket = names.evidenceBucket();
        this.prefix = names.evidencePrefix(source) + "/";
    }

    /** One report, which lies as a page and as JSON. */
    public record Report(String bucket, String page, String data) {

        private static Report of(String bucket, String page) {
            String name = page.substring(0, page.length() - PAGE.length());
            return new Report(bucket, page, name + DATA);
        }
    }

    /** In the order in which they were written. */
    public List<Report> all() {
        return s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents().stream()
                .filter(object -> object.key().endsWith(PAGE))
                .sorted(Comparator.comparing(S3Object::lastModified).thenComparing(S3Object::key))
                .map(object -> Report.of(bucket, object.key()))
                .toList();
    }

    /** The youngest report, if any night came so far. */
    public Optional<Report> newest() {
        List<Report> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    public String read(String key) {
        return s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asUtf8String();
    }

    /**
     * Copies both files.
     *
     * @return the page
     */
    public Path copy(Report report, Path folder) {
        write(folder, report.data());
        return write(folder, report.page());
    }

    private Path write(Path folder, String key) {
        Path file = folder.resolve(key.substring(key.lastIndexOf('/') + 1));
        try {
            return Files.writeString(file, read(key));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
