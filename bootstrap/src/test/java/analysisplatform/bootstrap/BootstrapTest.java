package analysisplatform.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** The command line, on the shipped environment of the laptop. */
class BootstrapTest {

    private static final String ANALYSIS = "111111111111";
    private static final String SOURCE = "222222222222";

    private final FakeS3 s3 = new FakeS3();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private RuntimeException identityError;

    @Test
    void createsTheAnalysisAccountsBucketAndSaysSo() {
        int exit = run(ANALYSIS, "local");

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("-local-state-111111111111-ap-northeast-1 in account 111111111111")
                .containsPattern("versioning +created");
        assertThat(s3.versioning).isNotNull();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void createsASourceAccountsBucket() {
        int exit = run(SOURCE, "local", "--account", "learning");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("-local-state-222222222222-ap-northeast-1");
    }

    @Test
    void secondRunSaysThatAllWasThereAlready() {
        run(ANALYSIS, "local");
        out.getBuffer().setLength(0);

        int exit = run(ANALYSIS, "local");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("already").doesNotContain("created", "repaired");
    }

    @Test
    void dryRunSaysThatNothingWasChanged() {
        int exit = run(ANALYSIS, "local", "--dry-run");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("would be created", "Nothing was changed");
        assertThat(s3.writes).isEmpty();
    }

    @Test
    void refusesCredentialsOfAnotherAccountBeforeItTouchesAnything() {
        int exit = run("333333333333", "local");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString())
                .contains("belong to account 333333333333")
                .contains("belongs in account 111111111111");
        assertThat(s3.writes).isEmpty();
    }

    @Test
    void saysHowToSignInWithoutCredentials() {
        identityError =
                SdkClientException.create("Unable to load credentials from any of the providers");

        assertThat(run(ANALYSIS, "local")).isEqualTo(1);
        assertThat(err.toString()).startsWith("There are no AWS credentials: sign in");
    }

    @Test
    void saysThatCredentialsAreExpired() {
        identityError =
                StsException.builder()
                        .statusCode(403)
                        .awsErrorDetails(
                                AwsErrorDetails.builder().errorCode("ExpiredToken").build())
                        .build();

        assertThat(run(ANALYSIS, "local")).isEqualTo(1);
        assertThat(err.toString()).contains("does not accept the credentials (ExpiredToken)");
    }

    @Test
    void namesTheAccountsThatTheEnvironmentHas() {
        assertThat(run(ANALYSIS, "local", "--account", "nobody")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Environment local has no source nobody")
                .contains("analysis, learning");
    }

    @Test
    void refusesAnEnvironmentThatDoesNotExist() {
        assertThat(run(ANALYSIS, "nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere: there is no such folder");
    }

    @Test
    void showsTheUsageWithoutAnEnvironment() {
        assertThat(run(ANALYSIS)).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: '<environment>'");
    }

    private int run(String credentialsOf, String... arguments) {
        Path environments = Path.of(System.getProperty("platform.root"), "environments");
        Clients clients =
                new Clients() {
                    @Override
                    public S3Client s3(String region) {
                        return s3;
                    }

                    @Override
                    public StsClient sts(String region) {
                        return stsOf(credentialsOf);
                    }
                };
        return new CommandLine(new Bootstrap(() -> environments, clients))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private StsClient stsOf(String account) {
        return new StsClient() {
            @Override
            public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
                if (identityError != null) {
                    throw identityError;
                }
                return GetCallerIdentityResponse.builder()
                        .account(account)
                        .arn("arn:aws:iam::" + account + ":user/somebody")
                        .build();
            }

            @Override
            public String serviceName() {
                return "sts";
            }

            @Override
            public void close() {}
        };
    }
}
