package analysisplatform.baseline;

import static analysisplatform.baseline.Rule.rule;
import static analysisplatform.baseline.Rule.unless;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Buckets and what lies in them. */
final class BucketRules {

    private static final String BUCKET = "aws_s3_bucket";
    private static final List<String> BLOCKS =
            List.of(
                    "block_public_acls",
                    "block_public_policy",
                    "ignore_public_acls",
                    "restrict_public_buckets");

    private static final String DEFAULT = "/rule/0/apply_server_side_encryption_by_default";

    private BucketRules() {}

    static List<Rule> all() {
        return List.of(
                rule(
                                "bucket-public-access",
                                "Every bucket blocks public access in all four ways.",
                                "CKV_AWS_53",
                                "CKV_AWS_54",
                                "CKV_AWS_55",
                                "CKV_AWS_56")
                        .onEvery(BUCKET, BucketRules::publicAccess),
                rule(
                                "bucket-owner",
                                "Every bucket owns its objects, so no access list counts.",
                                "CKV_AWS_20",
                                "CKV_AWS_57",
                                "CKV2_AWS_65")
                        .onEvery(BUCKET, BucketRules::owner),
                rule(
                                "bucket-encryption",
                                "Every bucket encrypts with a key of its stack, with a bucket key.",
                                "CKV_AWS_19",
                                "CKV_AWS_145")
                        .onEvery(BUCKET, BucketRules::encryption),
                rule("bucket-tls", "Every bucket refuses everything without TLS.")
                        .onEvery(BUCKET, BucketRules::transport),
                rule("bucket-versions", "Every bucket keeps versions.", "CKV_AWS_21")
                        .onEvery(BUCKET, BucketRules::versions),
                rule(
                                "bucket-lifecycle",
                                "Every bucket forgets old versions and unfinished uploads.",
                                "CKV_AWS_300",
                                "CKV2_AWS_61")
                        .onEvery(BUCKET, BucketRules::lifecycle),
                rule("object-encryption", "Every object of a deployment is encrypted by KMS.")
                        .onEvery(
                                "aws_s3_object",
                                (stack, object) ->
                                        unless(
                                                object.text("/server_side_encryption")
                                                        .equals("aws:kms"),
                                                "is not encrypted by KMS")));
    }

    private static Optional<String> publicAccess(Stack stack, Declared bucket) {
        Optional<Declared> block =
                stack.about(bucket, "aws_s3_bucket_public_access_block", "bucket");
        List<String> open =
                BLOCKS.stream()
                        .filter(it -> block.filter(found -> found.isTrue("/" + it)).isEmpty())
                        .toList();
        return unless(open.isEmpty(), "lacks " + String.join(", ", open));
    }

    private static Optional<String> owner(Stack stack, Declared bucket) {
        boolean lists =
                bucket.body().has("acl")
                        || stack.about(bucket, "aws_s3_bucket_acl", "bucket").isPresent();
        boolean enforced =
                stack.about(bucket, "aws_s3_bucket_ownership_controls", "bucket")
                        .filter(
                                it ->
                                        it.text("/rule/object_ownership")
                                                .equals("BucketOwnerEnforced"))
                        .isPresent();
        return unless(enforced && !lists, "can have objects of others, or an access list");
    }

    private static Optional<String> encryption(Stack stack, Declared bucket) {
        return unless(
                stack.about(bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket")
                        .filter(it -> it.isTrue("/rule/0/bucket_key_enabled"))
                        .filter(it -> it.text(DEFAULT + "/sse_algorithm").equals("aws:kms"))
                        .filter(
                                it ->
                                        it.text(DEFAULT + "/kms_master_key_id")
                                                .startsWith("${aws_kms_key."))
                        .isPresent(),
                "is not encrypted with a key of this stack");
    }

    private static Optional<String> transport(Stack stack, Declared bucket) {
        String arn = "arn:aws:s3:::" + bucket.text("/bucket");
        return unless(
                stack.about(bucket, "aws_s3_bucket_policy", "bucket").stream()
                        .flatMap(policy -> Stack.statements(policy).stream())
                        .anyMatch(it -> Transport.isRefused(it, "s3:*", List.of(arn, arn + "/*"))),
                "allows connections without TLS");
    }

    private static Optional<String> versions(Stack stack, Declared bucket) {
        return unless(
                stack.about(bucket, "aws_s3_bucket_versioning", "bucket")
                        .filter(it -> it.text("/versioning_configuration/status").equals("Enabled"))
                        .isPresent(),
                "keeps no versions");
    }

    private static Optional<String> lifecycle(Stack stack, Declared bucket) {
        List<JsonNode> rules =
                stack.about(bucket, "aws_s3_bucket_lifecycle_configuration", "bucket").stream()
                        .flatMap(it -> Blocks.all(it.body(), "/rule").stream())
                        .filter(rule -> rule.at("/status").asText().equals("Enabled"))
                        .toList();
        boolean versions =
                rules.stream()
                        .anyMatch(
                                rule ->
                                        Blocks.at(
                                                                rule,
                                                                "/noncurrent_version_expiration"
                                                                        + "/noncurrent_days")
                                                        .asInt()
                                                > 0);
        boolean uploads =
                rules.stream()
                        .filter(rule -> Blocks.at(rule, "/filter/prefix").asText().isEmpty())
                        .anyMatch(
                                rule ->
                                        Blocks.at(
                                                                rule,
                                                                "/abort_incomplete_multipart_upload"
                                                                        + "/days_after_initiation")
                                                        .asInt()
                                                > 0);
        return unless(versions && uploads, "keeps old versions or unfinished uploads for ever");
    }
}
