package analysisplatform.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** A statement of the bucket's policy that refuses everybody something. Others stay. */
final class Refusal implements Setting {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final S3Client s3;
    private final Target target;
    private final String name;
    private final ObjectNode wanted;

    private Refusal(S3Client s3, Target target, String name, ObjectNode wanted) {
        this.s3 = s3;
        this.target = target;
        this.name = name;
        this.wanted = wanted;
    }

    /** Everything that comes without TLS. */
    static Refusal ofPlainText(S3Client s3, Target target) {
        ObjectNode statement = deny("TlsOnly", "s3:*", target);
        ((ArrayNode) statement.get("Resource")).add(arn(target) + "/*");
        statement.putObject("Condition").putObject("Bool").put("aws:SecureTransport", "false");
        return new Refusal(s3, target, "TLS-only policy", statement);
    }

    /** Deleting the bucket: whoever means it takes the statement away first. */
    static Refusal ofDeletion(S3Client s3, Target target) {
        return new Refusal(
                s3, target, "deletion guard", deny("KeepTheState", "s3:DeleteBucket", target));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isRight() {
        for (JsonNode statement : policy().path("Statement")) {
            if (statement.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void put() {
        ObjectNode policy = policy();
        ArrayNode statements = JSON.createArrayNode();
        for (JsonNode statement : policy.path("Statement")) {
            if (!statement.path("Sid").asText().equals(wanted.path("Sid").asText())) {
                statements.add(statement);
            }
        }
        policy.set("Statement", statements.add(wanted));
        s3.putBucketPolicy(
                r ->
                        r.bucket(target.bucket())
                                .expectedBucketOwner(target.account())
                                .policy(policy.toString()));
    }

    private ObjectNode policy() {
        Optional<String> text =
                Found.in(
                        () ->
                                s3.getBucketPolicy(
                                                r ->
                                                        r.bucket(target.bucket())
                                                                .expectedBucketOwner(
                                                                        target.account()))
                                        .policy());
        return text.isPresent()
                ? parse(text.get())
                : JSON.createObjectNode().put("Version", "2012-10-17");
    }

    private ObjectNode parse(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BootstrapRefused(
                    "The policy of %s is no JSON: look at it in the S3 console."
                            .formatted(target.bucket()),
                    e);
        }
    }

    private static ObjectNode deny(String sid, String action, Target target) {
        ObjectNode statement = JSON.createObjectNode();
        statement.put("Sid", sid).put("Effect", "Deny").put("Principal", "*").put("Action", action);
        statement.putArray("Resource").add(arn(target));
        return statement;
    }

    private static String arn(Target target) {
        return "arn:aws:s3:::" + target.bucket();
    }
}
