package analysisplatform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A valid environment {@code test} on disk, to be broken in one place. */
final class ExampleEnvironment {

    /** A {@code kpis.yaml} of one KPI with nothing but what it must have. */
    static final String KPIS =
            """
            kpis:
              - id: people
                title: {ja: 人数, en: People}
                owner: owner@example.com
                source: learning
                unit: people
                direction: up
                chart: number
                sql: SELECT count(*) AS value, count(*) AS people FROM users
            """;

    static final String PLATFORM_FILE = "environments/test/platform.yaml: ";
    static final String MASKING_FILE = "environments/test/masking/learning.yaml: ";

    private static final String PLATFORM =
            """
            project: acme
            account: "111111111111"
            region: ap-northeast-1
            notifications:
              emails: [alerts@example.com]
            sources:
              - name: learning
                account: "222222222222"
                engine: mysql
                kind: cluster
                identifier: learning-db
                database: learning
                tables: [users, courses]
            """;

    private static final String MASKING =
            """
            source: learning
            tables:
              users:
                columns:
                  id: {class: identifier, action: pseudonym, namespace: user}
                  email: {class: identifier, action: email}
                  tel: {class: identifier, action: drop}
                  memo: {class: free_text, action: "null", type: varchar}
              courses:
                columns:
                  id: {class: none, action: keep, type: bigint, reason: numbers the rows}
            """;

    private final Path folder;

    private ExampleEnvironment(Path folder) {
        this.folder = folder;
    }

    static ExampleEnvironment in(Path root) {
        return in(root, "test");
    }

    static ExampleEnvironment in(Path root, String name) {
        return new ExampleEnvironment(root.resolve("environments").resolve(name))
                .file("platform.yaml", PLATFORM)
                .file("masking/learning.yaml", MASKING);
    }

    ExampleEnvironment platform(String part, String replacement) {
        return change("platform.yaml", part, replacement);
    }

    ExampleEnvironment masking(String part, String replacement) {
        return change("masking/learning.yaml", part, replacement);
    }

    /** Adds keys at the end of {@code platform.yaml}. */
    ExampleEnvironment platformAlso(String yaml) {
        return file("platform.yaml", text("platform.yaml") + yaml);
    }

    ExampleEnvironment file(String name, String content) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), content);
            return this;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    ExampleEnvironment without(String name) {
        try {
            Files.delete(folder.resolve(name));
            return this;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    Path path() {
        return folder;
    }

    Environment load() {
        return EnvironmentLoader.load(folder);
    }

    List<String> problems() {
        InvalidConfiguration invalid = catchThrowableOfType(InvalidConfiguration.class, this::load);
        assertThat(invalid).as("the environment was accepted").isNotNull();
        return invalid.problems();
    }

    private ExampleEnvironment change(String name, String part, String replacement) {
        String before = text(name);
        assertThat(before).as("nothing to replace").contains(part);
        return file(name, before.replace(part, replacement));
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
