package analysisplatform.names;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.config.InvalidConfiguration;
import analysisplatform.config.Source;
import analysisplatform.config.SourceTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever names people choose, an environment is refused or AWS accepts every name it makes. The
 * forms are the services' own, written out apart from the code under test.
 */
class NamesPropertiesTest {

    private static final String BUCKET = "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]";
    private static final String ROLE = "[A-Za-z0-9+=,.@_-]{1,64}";
    private static final String GLUE = "[a-z0-9_]{1,128}";
    private static final String WORKGROUP = "[A-Za-z0-9._-]{1,128}";
    private static final String RUN_ID = "r20260101000000_0a1b2c3d";

    private final Path folder = temporary();

    @Property(tries = 300)
    void everyNameIsOneThatAwsAccepts(
            @ForAll("names") String project,
            @ForAll("names") String environment,
            @ForAll("sourceNames") String source,
            @ForAll("tables") String table) {
        Optional<Environment> loaded = load(project, environment, source, table);
        loaded.ifPresent(accepted -> assertAccepted(Names.of(accepted), accepted.sources().get(0)));
        if (loaded.isEmpty()) {
            assertThat(project.length() + environment.length() + source.length() + table.length())
                    .as("short names must not be refused")
                    .isGreaterThan(24);
        }
    }

    private static void assertAccepted(Names names, Source source) {
        assertThat(
                        List.of(
                                names.quarantineBucket(),
                                names.maskedBucket(),
                                names.resultsBucket(),
                                names.stateBucket(names.account(), names.region()),
                                names.stateBucket(source.account(), source.region())))
                .allSatisfy(bucket -> assertThat(bucket).matches(BUCKET));
        Roles roles = new Roles(names);
        assertThat(
                        List.of(
                                roles.exportFunction(),
                                roles.nightly(source),
                                roles.crawler(source),
                                roles.caller(source),
                                roles.export(source)))
                .allSatisfy(role -> assertThat(role.name()).matches(ROLE));
        assertThat(
                        List.of(
                                names.rawDatabase(source),
                                names.maskedDatabase(source),
                                names.publishedDatabase(source),
                                names.pseudonymKeyDatabase()))
                .allSatisfy(database -> assertThat(database).matches(GLUE));
        assertThat(names.pipelineWorkgroup()).matches(WORKGROUP);
        assertThat(names.analystsWorkgroup()).matches(WORKGROUP);
        SourceTable table = source.sourceTables().get(0);
        assertThat(table.rawName()).matches(GLUE);
        assertThat(table.publishedName() + "__" + RUN_ID).matches(GLUE);
    }

    @Provide
    Arbitrary<String> names() {
        return words(16);
    }

    @Provide
    Arbitrary<String> sourceNames() {
        return words(50);
    }

    @Provide
    Arbitrary<String> tables() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withChars('$', '_')
                .ofMinLength(1)
                .ofMaxLength(120);
    }

    private static Arbitrary<String> words(int length) {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(length)
                .filter(word -> word.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
    }

    private Optional<Environment> load(
            String project, String environment, String source, String table) {
        try {
            Path path = Files.createDirectories(folder.resolve(environment + "/masking"));
            Files.writeString(
                    path.resolveSibling("platform.yaml"),
                    """
                    project: "%s"
                    account: "111111111111"
                    region: ap-northeast-1
                    notifications: {emails: [alerts@example.com]}
                    sources:
                      - name: "%s"
                        account: "222222222222"
                        engine: mysql
                        kind: instance
                        identifier: shop
                        database: shop
                        tables: ["%s"]
                    """
                            .formatted(project, source, table));
            Path policy = path.resolve(source + ".yaml");
            Files.writeString(
                    policy,
                    """
                    source: "%s"
                    tables:
                      "%s": {columns: {id: {class: identifier, action: email}}}
                    """
                            .formatted(source, table));
            try {
                return Optional.of(EnvironmentLoader.load(path.getParent()));
            } catch (InvalidConfiguration refused) {
                return Optional.empty();
            } finally {
                Files.delete(policy);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Path.of("target"), "environments");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
