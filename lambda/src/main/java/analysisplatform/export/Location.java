package analysisplatform.export;

import java.util.regex.Pattern;

/**
 * A place in a bucket.
 *
 * @param prefix without a slash at the end
 */
record Location(String bucket, String prefix) {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern EXPORTS = Pattern.compile("exports/[a-z][a-z0-9-]*");
    private static final Pattern MASKED = Pattern.compile("masked/[a-z][a-z0-9-]*");
    private static final Pattern EVIDENCE = Pattern.compile("evidence/[a-z][a-z0-9-]*");

    /**
     * Where one source's exports lie. No other prefix is accepted: whole trees are deleted here.
     */
    static Location exports(Fields fields) {
        return new Location(fields.text("bucket", BUCKET), fields.text("prefix", EXPORTS));
    }

    /** Where one source's masked runs lie. */
    static Location masked(Fields fields) {
        return new Location(fields.text("bucket", BUCKET), fields.text("prefix", MASKED));
    }

    /** Where the reports of one source lie. */
    static Location evidence(Fields fields) {
        return new Location(fields.text("bucket", BUCKET), fields.text("prefix", EVIDENCE));
    }

    Location below(String name) {
        return new Location(bucket, prefix + "/" + name);
    }

    /** The prefix of everything inside, and of nothing beside it. */
    String folder() {
        return prefix + "/";
    }

    String uri() {
        return "s3://" + bucket + "/" + folder();
    }
}
