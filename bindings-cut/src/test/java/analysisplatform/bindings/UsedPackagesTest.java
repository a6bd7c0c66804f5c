package analysisplatform.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedPackagesTest {

    @TempDir Path folder;

    @Test
    void findsEveryPackageThatCodeCalls() throws IOException {
        Path classes = Fixtures.folderWith(folder, TinyApp.class);

        assertThat(UsedPackages.in(classes, Fixtures.AWS))
                .containsExactly(
                        Fixtures.AWS + ".iam_role",
                        Fixtures.AWS + ".provider",
                        Fixtures.AWS + ".s3_bucket",
                        Fixtures.AWS + ".s3_bucket_versioning");
    }

    @Test
    void findsATypeThatStandsOnlyInAGenericSignature() throws IOException {
        Path classes = Fixtures.folderWith(folder, SignatureOnly.class);

        assertThat(UsedPackages.in(classes, Fixtures.AWS))
                .containsExactly(Fixtures.AWS + ".kms_key");
    }

    @Test
    void findsNothingInClassesThatDoNotUseTheBindings() throws IOException {
        Path classes = Fixtures.folderWith(folder, Fixtures.class);

        assertThat(UsedPackages.in(classes, Fixtures.AWS)).isEmpty();
    }
}
