package analysisplatform.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.providers.aws.s3_bucket.S3Bucket;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
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
        Bindings bindings = Bindings.onClassPath(Fixtures.AWS);
        Path tarball = old(bindings.tarball());
        Path typeList = old(bindings.typeList());
        Path classes = Fixtures.folderWith(folder.resolve("classes"), Fixtures.class);

        String summary = BindingsCut.cut(Fixtures.AWS, classes, cut);

        assertThat(summary).contains("nothing to cut");
        assertThat(tarball).doesNotExist();
        assertThat(typeList).doesNotExist();
    }

    @Test
    void listsTheTypesOfTheKeptModulesOnly() throws IOException {
        Path classes = Fixtures.folderWith(folder.resolve("classes"), TinyApp.class);

        BindingsCut.cut(Fixtures.AWS, classes, cut);

        assertThat(typeList())
                .contains("@cdktf/provider-aws.s3Bucket.S3Bucket=" + S3Bucket.class.getName())
                .noneMatch(line -> line.contains(".sqsQueue."))
                .hasSizeBetween(50, 500);
    }

    @Test
    void writesALostTypeListAgain() throws IOException {
        Path classes = Fixtures.folderWith(folder.resolve("classes"), TinyApp.class);
        BindingsCut.cut(Fixtures.AWS, classes, cut);
        List<String> before = typeList();
        Files.delete(cut.resolve(Bindings.onClassPath(Fixtures.AWS).typeList()));

        BindingsCut.cut(Fixtures.AWS, classes, cut);

        assertThat(typeList()).isEqualTo(before);
    }

    @Test
    void saysWhichDependencyIsMissing() {
        assertThatThrownBy(() -> BindingsCut.cut("com.example.cloud", folder, cut))
                .hasMessageContaining("com/example/cloud/$Module.class")
                .hasMessageContaining("must be a dependency");
    }

    private Path old(String resource) throws IOException {
        Path file = cut.resolve(resource);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "an old cut");
    }

    private List<String> typeList() throws IOException {
        return Files.readAllLines(cut.resolve(Bindings.onClassPath(Fixtures.AWS).typeList()));
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
