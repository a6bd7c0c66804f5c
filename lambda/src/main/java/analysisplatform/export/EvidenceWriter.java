package analysisplatform.export;

import analysisplatform.export.Request.WriteEvidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts the report of a night where nobody can change it: once as JSON, once as a page. */
final class EvidenceWriter {

    private static final int ALREADY_THERE = 412;

    private final Aws aws;

    EvidenceWriter(Aws aws) {
        this.aws = aws;
    }

    Answer answer(WriteEvidence request) {
        EndedNight night = request.night();
        EvidenceReport report =
                new EvidenceReport(night, proofs(request), policy(request.policy(), night));
        Location place = request.evidence().below(night.runId()).below(night.fileName());
        ObjectAddress json = new ObjectAddress(place.bucket(), place.prefix() + ".json");
        ObjectAddress page = new ObjectAddress(place.bucket(), place.prefix() + ".html");
        put(json, "application/json; charset=utf-8", report.json());
        put(page, "text/html; charset=utf-8", new EvidencePage(report).html());
        return new Answer.Written(report.verdict(), json.key(), page.key());
    }

    private Map<?, ?> policy(ObjectAddress summary, EndedNight night) {
        Object policy = Json.parse(read(summary)).orElse(null);
        if (!(policy instanceof Map<?, ?> json)) {
            throw new EvidenceUnreadable("The policy summary " + summary.uri() + " is no JSON.");
        }
        if (!night.policyVersion().equals(json.get("policyVersion"))) {
            throw new EvidenceUnreadable(
                    "The policy summary %s is not of version %s, with which the night ran."
                            .formatted(summary.uri(), night.policyVersion()));
        }
        return json;
    }

    /** A night that was halted may have no result to read; a published one must. */
    private List<ProofResult> proofs(WriteEvidence request) {
        List<ProofResult> results = new ArrayList<>();
        for (ProofOutput proof : request.proofs()) {
            results.add(
                    proof.object()
                            .map(output -> proof(proof.name(), output, request.night()))
                            .orElseGet(() -> ProofResult.notRun(proof.name())));
        }
        return results;
    }

    private ProofResult proof(String name, ObjectAddress output, EndedNight night) {
        try {
            return ProofResult.of(name, output.uri(), Csv.rows(read(output)));
        } catch (FinalException e) {
            if (night.isPublished()) {
                throw e;
            }
            return ProofResult.unreadable(name, output.uri(), e.getMessage());
        }
    }

    private String read(ObjectAddress object) {
        return AwsCall.attempt(
                "read " + object.uri(),
                () ->
                        aws.s3()
                                .getObjectAsBytes(r -> r.bucket(object.bucket()).key(object.key()))
                                .asUtf8String());
    }

    /**
     * Writes only what is not there: the first report stays the one that is seen. S3 checks the
     * hash and keeps it; a bucket with Object Lock takes nothing without one.
     */
    private void put(ObjectAddress object, String type, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        PutObjectRequest request =
                PutObjectRequest.builder()
                        .bucket(object.bucket())
                        .key(object.key())
                        .contentType(type)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                        .checksumSHA256(Base64.getEncoder().encodeToString(sha256(bytes)))
                        .ifNoneMatch("*")
                        .build();
        AwsCall.attempt(
                "write " + object.uri(),
                () -> {
                    try {
                        return aws.s3().putObject(request, RequestBody.fromBytes(bytes)).eTag();
                    } catch (S3Exception e) {
                        if (e.statusCode() == ALREADY_THERE) {
                            return "";
                        }
                        throw e;
                    }
                });
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
