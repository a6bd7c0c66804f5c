package analysisplatform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Environment;
import analysisplatform.config.EnvironmentLoader;
import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names on the pages for people who query are those that the platform gives. */
class ConnectPageTest {

    private static final Path ROOT = Path.of(System.getProperty("platform.root"));
    private static final String PROFILE = "analysis-prod-analyst";

    private final Environment prod =
            EnvironmentLoader.load(ROOT.resolve("environments").resolve("prod"));
    private final Names names = Names.of(prod);
    private final String published = names.publishedDatabase(prod.sources().get(0));
    private final String page = page("connect");

    ConnectPageTest() throws IOException {}

    @Test
    void theJdbcUrlNamesTheWorkgroupOfTheAnalystsAndNoOutput() {
        assertThat(settings(found("jdbc:athena://(\\S+)"), ";"))
                .isEqualTo(
                        Map.of(
                                "Region",
                                prod.platform().region(),
                                "WorkGroup",
                                names.analystsWorkgroup(),
                                "Catalog",
                                "AwsDataCatalog",
                                "Database",
                                published,
                                "CredentialsProvider",
                                "ProfileCredentials",
                                "ProfileName",
                                PROFILE));
    }

    @Test
    void theOdbcSourceNamesTheSame() {
        assertThat(settings(found("(?s)\\[analysis-prod]\n(.*?)```"), "\n"))
                .containsEntry("AwsRegion", prod.platform().region())
                .containsEntry("Workgroup", names.analystsWorkgroup())
                .containsEntry("Schema", published)
                .containsEntry("S3OutputLocation", names.analystsResults())
                .containsEntry("AWSProfile", PROFILE);
    }

    @Test
    void theProfileAssumesTheAnalystRole() {
        assertThat(settings(found("(?s)\\[profile " + PROFILE + "]\n(.*?)```"), "\n"))
                .containsEntry("role_arn", new Roles(names).analyst().arn())
                .containsEntry("region", prod.platform().region());
    }

    @ParameterizedTest
    @ValueSource(strings = {"日本語", "English"})
    void thePageForAnalystsNamesRoleWorkgroupAndDatabaseInBothLanguages(String language)
            throws IOException {
        String text = page("for-analysts");
        List<String> parts = Arrays.asList(text.split("(?m)^## "));
        String part = parts.stream().filter(p -> p.startsWith(language)).findFirst().orElseThrow();

        assertThat(part)
                .contains(
                        new Roles(names).analyst().name(),
                        names.analystsWorkgroup(),
                        published,
                        names.kpiDatabase() + ".view_freshness");
    }

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static Map<String, String> settings(String text, String separator) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.strip().split(separator)) {
            String[] sides = setting.split("=", 2);
            settings.put(sides[0].strip(), sides[1].strip());
        }
        return settings;
    }

    private static String page(String name) throws IOException {
        return Files.readString(ROOT.resolve("docs/" + name + ".md"));
    }
}
