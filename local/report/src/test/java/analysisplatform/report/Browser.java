package analysisplatform.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real browser without a window and without a network. */
public final class Browser {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Path program;
    private final Path work;

    private Browser(Path program, Path work) {
        this.program = program;
        this.work = work;
    }

    /**
     * @param dom the document after its scripts ran
     * @param console what the scripts and the browser said about the page, errors above all
     */
    public record Opened(String dom, List<String> console) {}

    /**
     * @param work a folder for its profile
     * @return empty when no browser is on the PATH
     */
    public static Optional<Browser> found(Path work) {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(
                        name ->
                                Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Browser(program, work));
    }

    public Opened open(Path page, int width) throws IOException, InterruptedException {
        Path dom = work.resolve("dom.html");
        Path log = work.resolve("browser.log");
        run(
                dom,
                log,
                List.of(
                        "--dump-dom",
                        "--window-size=" + width + ",2000",
                        "--virtual-time-budget=10000",
                        page.toUri().toString()));
        List<String> console =
                Files.readAllLines(log).stream().filter(line -> line.contains("CONSOLE")).toList();
        return new Opened(Files.readString(dom), console);
    }

    public void picture(Path page, Path file, int width, int height, String... more)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--screenshot=" + file,
                                "--hide-scrollbars",
                                "--force-device-scale-factor=1",
                                "--window-size=" + width + "," + height,
                                "--virtual-time-budget=10000"));
        arguments.addAll(List.of(more));
        arguments.add(page.toUri().toString());
        run(work.resolve("ignored"), work.resolve("browser.log"), arguments);
    }

    private void run(Path out, Path log, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                program.toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--host-resolver-rules=MAP * ~NOTFOUND",
                                "--enable-logging=stderr",
                                "--user-data-dir=" + work.resolve("profile")));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(log.toFile())
                        .start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The browser did not end within " + LIMIT);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(
                    "The browser failed: " + Files.readString(log, StandardCharsets.UTF_8));
        }
    }
}
