package analysisplatform.tools;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.MaskingPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a draft where it belongs and reads it as the platform does. */
final class Drafts {

    private Drafts() {}

    /** The draft is a valid policy that publishes nothing but NULL. */
    static void assertLoads(String engine, String database, String draft, String listing) {
        Path folder = environment(engine, database, draft, listing);

        Environment loaded = EnvironmentLoader.load(folder);

        MaskingPolicy policy = loaded.policyOf(loaded.sources().get(0));
        assertThat(policy.tables().keySet())
                .containsExactlyInAnyOrderElementsOf(loaded.sources().get(0).tables());
        assertThat(policy.tables().values())
                .allSatisfy(
                        table ->
                                assertThat(table.columns().values())
                                        .extracting(column -> column.action().keyword())
                                        .containsOnlyOnce("null")
                                        .isSubsetOf("null", "drop"));
    }

    /**
     * @param listing what discover says about platform.yaml
     * @return an environment's folder
     */
    static Path environment(String engine, String database, String draft, String listing) {
        String source =
                draft.lines()
                        .filter(line -> line.startsWith("source: "))
                        .findFirst()
                        .orElseThrow()
                        .substring(8)
                        .replace("\"", "");
        int tables = listing.indexOf("    tables:\n");
        String list =
                listing.substring(tables, (listing + "\n\n").indexOf("\n\n", tables))
                        .stripTrailing();
        String platform =
                """
                project: analysis
                account: "111111111111"
                region: ap-northeast-1
                notifications:
                  emails:
                    - alerts@example.com
                sources:
                  - name: "%s"
                    account: "222222222222"
                    engine: %s
                    kind: instance
                    identifier: db
                    database: %s
                %s
                """
                        .formatted(source, engine, database, list);
        try {
            Path folder = Files.createTempDirectory("environments").resolve("draft");
            Files.createDirectories(folder.resolve("masking"));
            Files.writeString(folder.resolve("platform.yaml"), platform);
            Files.writeString(folder.resolve("masking/" + source + ".yaml"), draft);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
