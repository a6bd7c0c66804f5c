package analysisplatform.tools;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tools/run comment}. */
@Command(
        name = "comment",
        sortOptions = false,
        description = {
            "Writes the comment of a pull request: weaker masks, lost data, then what each plan"
                    + " changes. At most 65,536 characters; values that Terraform calls sensitive"
                    + " are left out."
        })
final class CommentCommand implements Callable<Integer> {

    @Option(names = "--masks", paramLabel = "FILE", description = "What tools/run compare wrote.")
    private Path masks;

    @Option(
            names = "--plan",
            paramLabel = "STACK=FILE",
            description = "What terraform show -json wrote of a plan. Repeat it for each stack.")
    private Map<String, Path> plans = new LinkedHashMap<>();

    @Option(
            names = "--unplanned",
            paramLabel = "STACK",
            split = ",",
            description = "Stacks whose plan failed.")
    private List<String> unplanned = List.of();

    @Option(
            names = "--run",
            paramLabel = "ADDRESS",
            description = "Page of the run that shows the whole plans.")
    private String run;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Default: the standard output. Nothing is ever overwritten.")
    private Path out;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        OutFile.requireFree(out);
        List<Plan> read =
                plans.entrySet().stream()
                        .map(plan -> Plan.read(plan.getKey(), plan.getValue()))
                        .toList();
        String text =
                new PlanComment(
                                Optional.ofNullable(masks).map(CommentCommand::content),
                                read,
                                unplanned,
                                Optional.ofNullable(run))
                        .text();
        PrintWriter standard = spec.commandLine().getOut();
        if (out == null) {
            standard.print(text);
        } else {
            OutFile.write(out, text);
            standard.println("Wrote " + out + ".");
        }
        standard.flush();
        return Exit.OK;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw ToolFailed.usage(
                    "Cannot read %s: %s %s"
                            .formatted(
                                    file,
                                    unreadable.getClass().getSimpleName(),
                                    unreadable.getMessage()));
        }
    }
}
