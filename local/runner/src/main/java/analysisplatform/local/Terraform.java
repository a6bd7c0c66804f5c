package analysisplatform.local;

import analysisplatform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The real Terraform with the real AWS provider on one synthesised stack. The stack's file stays
 * untouched: an override beside it moves the state to a local file and the provider to the
 * stand-in.
 */
public final class Terraform {

    private static final int CHANGES_PLANNED = 2;
    private static final String STACK = "cdk.tf.json";
    private static final String STATE = "terraform.tfstate";
    private static final String PLAN = "plan.bin";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every service that a stack uses; the provider has no single endpoint for all. */
    private static final List<String> SERVICES =
            List.of(
                    "athena",
                    "budgets",
                    "cloudwatch",
                    "dynamodb",
                    "events",
                    "glue",
                    "iam",
                    "kms",
                    "lambda",
                    "logs",
                    "quicksight",
                    "rds",
                    "s3",
                    "scheduler",
                    "sns",
                    "sqs",
                    "stepfunctions",
                    "sts");

    private final Workspace workspace;
    private final String stack;
    private final Path folder;
    private final Map<String, String> environment;

    /**
     * @param synthesised folder of the stack in {@code cdktf.out/stacks}
     */
    public Terraform(Workspace workspace, Path synthesised) {
        this.workspace = workspace;
        this.stack = synthesised.getFileName().toString();
        this.folder = workspace.emptyDirectory("terraform/" + stack);
        Folders.copy(synthesised, folder);
        this.environment = new ProviderMirror(workspace).environment();
    }

    /** Points the stack at the stand-in, in the account that owns it. */
    public Terraform on(URI endpoint, String account) {
        Map<String, Object> provider =
                Map.of(
                        "access_key",
                        "test",
                        "secret_key",
                        "test",
                        "s3_use_path_style",
                        true,
                        "skip_credentials_validation",
                        true,
                        "skip_metadata_api_check",
                        "true",
                        // an answer 500 would be repeated for nine minutes otherwise
                        "max_retries",
                        2,
                        "endpoints",
                        List.of(
                                SERVICES.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        service -> service,
                                                        service -> endpoint.toString()))),
                        "assume_role",
                        List.of(Map.of("role_arn", "arn:aws:iam::" + account + ":role/deployer")));
        write(
                folder.resolve("local_override.tf.json"),
                Json.text(
                        Map.of(
                                "terraform",
                                Map.of("backend", Map.of("local", Map.of())),
                                "provider",
                                Map.of("aws", List.of(provider)))));
        return this;
    }

    /** The stack's id. */
    public String name() {
        return stack;
    }

    public void init() {
        command("init", "-input=false", "-no-color").run();
    }

    /** Without a backend: enough to validate. */
    public void initWithoutState() {
        command("init", "-backend=false", "-input=false", "-no-color").run();
    }

    public void validate() {
        command("validate", "-no-color").run();
    }

    /**
     * Runs {@code terraform test}.
     *
     * @param hcl content of the test file
     */
    public void test(String name, String hcl) {
        String file = name + ".tftest.hcl";
        write(folder.resolve(file), hcl);
        command("test", "-filter=" + file, "-no-color").run();
    }

    /** From now on this stack's plans begin where another one's last apply ended. */
    void takeStateOf(Terraform other) {
        try {
            Files.copy(
                    other.folder.resolve(STATE),
                    folder.resolve(STATE),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy the state of " + other.stack, e);
        }
    }

    public void apply() {
        command("apply", "-auto-approve", "-input=false", "-no-color").run();
    }

    public void destroy() {
        command("destroy", "-auto-approve", "-input=false", "-no-color").run();
    }

    /**
     * @return the plan's text, empty when nothing would change
     */
    public String planned() {
        return changes(command("plan", "-detailed-exitcode", "-input=false", "-no-color"));
    }

    /**
     * A plan that can be read.
     *
     * @param changes its text, empty when nothing would change
     * @param json all of it, as {@code terraform show -json} tells it
     * @param synthesised the stack that it is of
     */
    public record Plan(String changes, JsonNode json, JsonNode synthesised) {}

    /** Takes three seconds longer than {@link #planned}. */
    public Plan plan() {
        String changes =
                changes(
                        command(
                                "plan",
                                "-detailed-exitcode",
                                "-input=false",
                                "-no-color",
                                "-out=" + PLAN));
        Command show = command("show", "-json", PLAN);
        show.run();
        return new Plan(changes, json(show.log()), json(folder.resolve(STACK)));
    }

    private String changes(Command plan) {
        int code = plan.exitCode();
        return switch (code) {
            case 0 -> "";
            case CHANGES_PLANNED -> plan.everything();
            default ->
                    throw new LocalRunFailed(
                            "terraform plan of %s failed:%n%s".formatted(stack, plan.output()));
        };
    }

    private Command command(String... words) {
        List<String> all = Stream.concat(Stream.of("terraform"), Stream.of(words)).toList();
        return new Command(
                all, folder, environment, workspace.log("terraform-" + stack + "-" + words[0]));
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
