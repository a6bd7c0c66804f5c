package analysisplatform.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real bindings of AWS and the real kernel, in JVMs of their own. */
class BindingsCutTest {

    @TempDir Path folder;
    private Path cut;

    @BeforeEach
    void createFolder() throws IOException {
        cut = Files.createDirectory(folder.resolve("cut"));
    }

    @Test
    void cutAndWholeBindingsSynthesiseTheSameFiles() throws Exception {
        Path classes = Fixtures.folderWith(folder.resolve("classes"), TinyApp.class);
        String summary = BindingsCut.cut(Fixtures.AWS, classes, cut);

        Run withCut = run(cut + File.pathSeparator, "with-cut");
        Run withWhole = run("", "with-whole");

        assertThat(summary).startsWith("Kept 4 of 1792 modules");
        assertThat(withCut.exit()).as(withCut.output()).isZero();
        assertThat(withWhole.exit()).as(withWhole.output()).isZero();
        assertThat(filesBelow(folder.resolve("with-cut")))
                .containsKey("stacks/tiny/cdk.tf.json")
                .isEqualTo(filesBelow(folder.resolve("with-whole")));
    }

    @Test
    void kernelTakesTheCutWhenItStandsFirstAndNamesATypeThatItLacks() throws Exception {
        Path classes = Fixtures.folderWith(folder.resolve("classes"), SignatureOnly.class);
        BindingsCut.cut(Fixtures.AWS, classes, cut);

        Run run = run(cut + File.pathSeparator, "with-cut");

        assertThat(run.exit()).isNotZero();
        assertThat(run.output()).contains("@cdktf/provider-aws.provider.AwsProvider");
    }

    @Test
    void leavesACutAloneUntilTheModulesInUseChange() throws IOException {
        Path classes = Fixtures.folderWith(folder.resolve("classes"), SignatureOnly.class);
        assertThat(BindingsCut.cut(Fixtures.AWS, classes, cut)).startsWith("Kept 1 of");

        assertThat(BindingsCut.cut(Fixtures.AWS, classes, cut)).contains("cut already");
        Fixtures.folderWith(classes, TinyApp.class);
        assertThat(BindingsCut.cut(Fixtures.AWS, classes, cut)).startsWith("Kept 5 of");
    }

    @Test
    void removesAnOldCutWhenNothingUsesTheBindings() throws IOException {
        Path old = cut.resolve(Bindings.onClassPath(Fixtures.AWS).resource());
        Files.createDirectories(old.getParent());
        Files.writeString(old, "an old cut");
        Path classes = Fixtures.folderWith(folder.resolve("classes"), Fixtures.class);

        String summary = BindingsCut.cut(Fixtures.AWS, classes, cut);

        assertThat(summary).contains("nothing to cut");
        assertThat(old).doesNotExist();
    }

    @Test
    void saysWhichDependencyIsMissing() {
        assertThatThrownBy(() -> BindingsCut.cut("com.example.cloud", folder, cut))
                .hasMessageContaining("com/example/cloud/$Module.txt")
                .hasMessageContaining("must be a dependency");
    }

    private record Run(int exit, String output) {}

    private Run run(String first, String output) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                first + System.getProperty("java.class.path"),
                                TinyApp.class.getName(),
                                folder.resolve(output).toString())
                        .redirectErrorStream(true)
                        .start();
        String text = new String(process.getInputStream().readAllBytes());
        return new Run(process.waitFor(), text);
    }

    private static TreeMap<String, String> filesBelow(Path root) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(path).toString(),
                        Base64.getEncoder().encodeToString(Files.readAllBytes(path)));
            }
        }
        return files;
    }
}
