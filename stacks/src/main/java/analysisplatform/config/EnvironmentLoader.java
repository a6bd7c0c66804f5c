package analysisplatform.config;

import analysisplatform.config.KpiReader.LocatedKpi;
import analysisplatform.config.document.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads {@code environments/<name>/platform.yaml}, {@code masking/<source>.yaml} and, if there is
 * one, {@code kpis.yaml}.
 *
 * <p>Fails when: a file is missing, is no YAML, breaks its schema, or the files do not fit together
 * or the limits of AWS. One failure tells everything that is wrong.
 */
public final class EnvironmentLoader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private EnvironmentLoader() {}

    /**
     * @param folder of one environment
     * @throws InvalidConfiguration with all problems of all its files
     */
    public static Environment load(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidConfiguration(List.of(folder + ": there is no such folder."));
        }
        EnvironmentFiles files = EnvironmentFiles.read(folder);
        List<String> problems = problems(files);
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
        Map<String, MaskingPolicy> policies = new LinkedHashMap<>();
        files.policies().forEach((name, file) -> policies.put(name, PolicyReader.policy(file)));
        return new Environment(
                files.name(), PlatformReader.platform(files.platform()), policies, kpis(files));
    }

    /** Those that keep to the schema. */
    private static List<Kpi> kpis(EnvironmentFiles files) {
        return files.kpis().stream()
                .flatMap(file -> KpiReader.kpis(file).stream())
                .map(LocatedKpi::kpi)
                .toList();
    }

    /**
     * Every folder below {@code environments}, by name.
     *
     * @throws InvalidConfiguration with all problems of all environments, also when two of them
     *     would take the same name in one account
     */
    public static List<Environment> loadAll(Path environments) {
        List<Environment> loaded = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path folder : folders(environments)) {
            try {
                loaded.add(load(folder));
            } catch (InvalidConfiguration invalid) {
                problems.addAll(invalid.problems());
            }
        }
        problems.addAll(SharedNames.problems(loaded));
        problems.addAll(GitHubRules.problems(loaded));
        if (loaded.isEmpty() && problems.isEmpty()) {
            problems.add(
                    environments + ": there is no environment; add a folder with platform.yaml.");
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
        return List.copyOf(loaded);
    }

    private static List<String> problems(EnvironmentFiles files) {
        Document platform = files.platform();
        PlatformRules.check(platform);
        List<Kpi> kpis = kpis(files);
        QuickSightRules.check(platform, files.sources(), kpis.size());
        DashboardRules.check(platform, kpis, files.sources().size());
        SourceRules.check(platform);
        files.sources().forEach(located -> TableRules.check(platform, located));
        NameRules.check(files.name(), platform, files.sources());
        files.policies().values().forEach(PolicyRules::check);
        CoverageRules.check(platform, files.sources(), files.policies());
        files.kpis().ifPresent(file -> KpiRules.check(file, files.sources(), files.policies()));

        List<String> problems = new ArrayList<>();
        if (!NAME.matcher(files.name()).matches()) {
            problems.add(
                    files.folder()
                            + ": the folder's name must be lower-case letters and digits, beginning with a letter, with single hyphens between them.");
        }
        problems.addAll(platform.problems());
        files.policies().values().forEach(policy -> problems.addAll(policy.problems()));
        files.kpis().ifPresent(file -> problems.addAll(file.document().problems()));
        files.strangers()
                .forEach(file -> problems.add(file + ": the file's name must end with .yaml."));
        return problems;
    }

    private static List<Path> folders(Path environments) {
        if (!Files.isDirectory(environments)) {
            throw new InvalidConfiguration(List.of(environments + ": there is no such folder."));
        }
        try (Stream<Path> entries = Files.list(environments)) {
            return entries.filter(Files::isDirectory)
                    .filter(folder -> !folder.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException("cannot list " + environments, exception);
        }
    }
}
