package analysisplatform.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** The statement of the bucket policy that refuses everybody without TLS. Others stay. */
final class TlsOnly implements Setting {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SID = "TlsOnly";

    private final S3Client s3;
    private final Target target;

    TlsOnly(S3Client s3, Target target) {
        this.s3 = s3;
        this.target = target;
    }

    @Override
    public String name() {
        return "TLS-only policy";
    }

    @Override
    public boolean isRight() {
        for (JsonNode statement : policy().path("Statement")) {
            if (statement.equals(wanted())) {
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
            if (!statement.path("Sid").asText().equals(SID)) {
                statements.add(statement);
            }
        }
        policy.set("Statement", statements.add(wanted()));
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

    private JsonNode wanted() {
        String arn = "arn:aws:s3:::" + target.bucket();
        ObjectNode statement = JSON.createObjectNode();
        statement.put("Sid", SID).put("Effect", "Deny").put("Principal", "*").put("Action", "s3:*");
        statement.putArray("Resource").add(arn).add(arn + "/*");
        statement.putObject("Condition").putObject("Bool").put("aws:SecureTransport", "false");
        return statement;
    }
}
