package analysisplatform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/faults.md} names tests that exist, and leaves out none of those that only break. */
class FaultsPageTest {

    private static final Path PAGE =
            Path.of(System.getProperty("platform.root"), "docs", "faults.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test\\.\\w+)`");

    @Test
    void everyTestOnThePageExists() throws IOException {
        Set<String> existing = new TreeSet<>();
        Stream.of(
                        FailedNightTest.class,
                        ViolatedProofTest.class,
                        DriftNightTest.class,
                        PseudonymKeyNightTest.class,
                        EvidenceTest.class,
                        KpiNightTest.class,
                        NewsTest.class,
                        NightlyRunTest.class,
                        RepeatedCallsTest.class,
                        RollBackTest.class,
                        TwoSourcesTest.class)
                .forEach(tests -> existing.addAll(tests(tests)));

        assertThat(named()).isNotEmpty().isSubsetOf(existing);
    }

    @Test
    void noFailedNightIsMissingOnThePage() throws IOException {
        Set<String> failing = tests(FailedNightTest.class);
        failing.remove("FailedNightTest.theNightAfterAFailureExportsAgainAndPublishes");
        failing.addAll(tests(ViolatedProofTest.class));
        failing.addAll(tests(DriftNightTest.class));

        assertThat(named()).containsAll(failing);
    }

    private static Set<String> named() throws IOException {
        Set<String> named = new TreeSet<>();
        NAMED.matcher(Files.readString(PAGE)).results().forEach(test -> named.add(test.group(1)));
        return named;
    }

    private static Set<String> tests(Class<?> type) {
        Set<String> tests = new TreeSet<>();
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .forEach(name -> tests.add(type.getSimpleName() + "." + name));
        return tests;
    }
}
