package analysisplatform.config;

import static analysisplatform.config.ExampleEnvironment.PLATFORM_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schema says of {@code platform.yaml}, one broken place at a time. */
class PlatformFileTest {

    private static final String NAME_FORM =
            "must be lower-case letters and digits, beginning with a letter, with single hyphens between them.";
    private static final String REGION_FORM =
            "must be a region of the standard AWS partition such as ap-northeast-1.";

    @TempDir private Path root;

    /** What is replaced in a valid file, by what, and the sentence about it. */
    static Stream<Arguments> replacements() {
        return Stream.of(
                arguments(
                        "\"222222222222\"",
                        "\"12345\"",
                        "sources[0].account is \"12345\", but must be twelve digits."),
                arguments(
                        "\"222222222222\"",
                        "222222222222",
                        "sources[0].account is read as 222222222222 for lack of quotes, but must be twelve digits; put it in quotes."),
                arguments(
                        "\"222222222222\"",
                        "000000000000",
                        "sources[0].account is read as 0 for lack of quotes, but must be twelve digits; put it in quotes."),
                arguments(
                        "\"111111111111\"",
                        "true",
                        "account is read as true for lack of quotes, but must be twelve digits; put it in quotes."),
                arguments(
                        "\"111111111111\"",
                        "\"111111111111\\n\"",
                        "account is \"111111111111\\n\", but must be twelve digits."),
                arguments(
                        "project: acme",
                        "project: acme\nlanguage: jp",
                        "language is \"jp\", but must be one of en, ja."),
                arguments(
                        "project: acme", "project: Acme", "project is \"Acme\", but " + NAME_FORM),
                arguments(
                        "project: acme", "project: a--b", "project is \"a--b\", but " + NAME_FORM),
                arguments("project: acme", "project: ab-", "project is \"ab-\", but " + NAME_FORM),
                arguments("project: acme", "project: 1ab", "project is \"1ab\", but " + NAME_FORM),
                arguments("project: acme", "project:", "project is empty, but " + NAME_FORM),
                arguments("project: acme\n", "", "project is missing; it " + NAME_FORM),
                arguments(
                        "project: acme",
                        "projct: acme",
                        "projct is not a known key; did you mean project?"),
                arguments(
                        "name: learning",
                        "name: Learning",
                        "sources[0].name is \"Learning\", but " + NAME_FORM),
                arguments(
                        "region: ap-northeast-1",
                        "region: cn-north-1",
                        "region is \"cn-north-1\", but " + REGION_FORM),
                arguments(
                        "region: ap-northeast-1",
                        "region: us-gov-west-1",
                        "region is \"us-gov-west-1\", but " + REGION_FORM),
                arguments(
                        "[alerts@example.com]",
                        "[]",
                        "notifications.emails is an empty list, but must be a list with at least one entry."),
                arguments(
                        "[alerts@example.com]",
                        "alerts@example.com",
                        "notifications.emails is \"alerts@example.com\", but must be a list with at least one entry."),
                arguments(
                        "[alerts@example.com]",
                        "[alerts@example.com, alerts@example]",
                        "notifications.emails[1] is \"alerts@example\", but must be an e-mail address."),
                arguments(
                        "[alerts@example.com]",
                        "[a b@example.com]",
                        "notifications.emails[0] is \"a b@example.com\", but must be an e-mail address."),
                arguments(
                        "emails: [alerts@example.com]",
                        "{emails: [alerts@example.com], runbooks: https://example.com/runbooks/}",
                        "notifications.runbooks is \"https://example.com/runbooks/\", but must be an address that begins with https:// and has no slash at its end, at most 200 characters."),
                arguments(
                        "emails: [alerts@example.com]",
                        "{emails: [alerts@example.com], success: daily}",
                        "notifications.success is \"daily\", but must be true or false."),
                arguments(
                        "emails: [alerts@example.com]",
                        "{emails: [alerts@example.com], slowRunMinutes: 0}",
                        "notifications.slowRunMinutes is 0, but must be a whole number from 5 to 1440."),
                arguments(
                        "emails: [alerts@example.com]",
                        "{emails: [alerts@example.com], slack: {workspace: T07EA123LEP}}",
                        "notifications.slack.channel is missing; it must be the id of a Slack channel, such as C07EZ1ABC23."),
                arguments(
                        "emails: [alerts@example.com]",
                        "{emails: [alerts@example.com], slack: {workspace: data, channel: C07EZ1ABC23}}",
                        "notifications.slack.workspace is \"data\", but must be the id of a Slack workspace, such as T07EA123LEP."),
                arguments(
                        "engine: mysql",
                        "engine: oracle",
                        "sources[0].engine is \"oracle\", but must be one of mysql, postgresql."),
                arguments(
                        "    engine: mysql\n",
                        "",
                        "sources[0].engine is missing; it must be one of mysql, postgresql."),
                arguments(
                        "kind: cluster",
                        "kind: 5",
                        "sources[0].kind is 5, but must be one of instance, cluster."),
                arguments(
                        "kind: cluster",
                        "knd: cluster",
                        "sources[0].knd is not a known key; did you mean kind?"),
                arguments(
                        "kind: cluster",
                        "flavour: cluster",
                        "sources[0].flavour is not a known key; known keys are name, account, region, engine, kind, identifier, database, maxSnapshotAgeHours, snapshotGigabytes, tables."),
                arguments(
                        "identifier: learning-db",
                        "identifier: learning_db",
                        "sources[0].identifier is \"learning_db\", but must be an RDS identifier: at most 63 letters and digits, beginning with a letter, with single hyphens between them."),
                arguments(
                        "database: learning",
                        "database: my-db",
                        "sources[0].database is \"my-db\", but must be at most 64 letters, digits, $ and _, which is all that RDS can name in an export."),
                arguments(
                        "[users, courses]",
                        "[users, 7]",
                        "sources[0].tables[1] is read as 7 for lack of quotes, but must be the name of a table; put it in quotes."),
                arguments(
                        "[users, courses]",
                        "[users, '']",
                        "sources[0].tables[1] is empty, but must be the name of a table."),
                arguments(
                        "[users, courses]",
                        "{users: true}",
                        "sources[0].tables is a map, but must be a list with at least one entry."));
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void aBrokenValueIsNamedWithWhatIsAllowed(String part, String replacement, String sentence) {
        ExampleEnvironment folder = ExampleEnvironment.in(root).platform(part, replacement);

        assertThat(folder.problems()).contains(PLATFORM_FILE + sentence);
    }

    /** What is added to a valid file, and the only sentence about it. */
    static Stream<Arguments> additions() {
        return Stream.of(
                arguments(
                        "schedule: '24:00'",
                        "schedule is \"24:00\", but must be a time from \"00:00\" to \"23:59\"."),
                arguments(
                        "schedule: 430",
                        "schedule is read as 430 for lack of quotes, but must be a time from \"00:00\" to \"23:59\"; put it in quotes."),
                arguments("tags:", "tags is empty, but must be a map of at most 40 tags."),
                arguments(
                        "tags: {costCenter: 17}",
                        "tags.costCenter is read as 17 for lack of quotes, but must be at most 256 letters, digits, spaces and _ . : / = + - @; put it in quotes."),
                arguments(
                        "breakGlassPrincipals: ['arn:aws:iam::111111111111:role/*']",
                        "breakGlassPrincipals[0] is \"arn:aws:iam::111111111111:role/*\", but must be the ARN of one IAM role, without wildcards."),
                arguments(
                        "exports: {pollSeconds: 0}",
                        "exports.pollSeconds is 0, but must be a whole number from 1 to 3600."),
                arguments(
                        "exports: {timeoutMinutes: 1.5}",
                        "exports.timeoutMinutes is 1.5, but must be a whole number from 1 to 1440."),
                arguments(
                        "crawls: {pollSecond: 5}",
                        "crawls.pollSecond is not a known key; did you mean pollSeconds?"),
                arguments(
                        "analysts: {scanLimitMegabytes: 9}",
                        "analysts.scanLimitMegabytes is 9, but must be a whole number from 10 to 1000000."),
                arguments(
                        "analysts: {principals: [somebody]}",
                        "analysts.principals[0] is \"somebody\", but must be the ARN of one IAM role, user or account root, without wildcards."),
                arguments(
                        "quickSight: {enabled: 'yes'}",
                        "quickSight.enabled is \"yes\", but must be true or false."),
                arguments(
                        "quickSight: {serviceRole: service-role/quicksight}",
                        "quickSight.serviceRole is \"service-role/quicksight\", but must be the name of an IAM role: at most 64 letters, digits and + = , . @ _ -, without path or ARN."),
                arguments(
                        "quickSight: {principals: ['arn:aws:iam::111111111111:role/x']}",
                        "quickSight.principals[0] is \"arn:aws:iam::111111111111:role/x\", but must be the ARN of one QuickSight user or group, without wildcards."),
                arguments(
                        "evidence: {days: 0}",
                        "evidence.days is 0, but must be a whole number from 1 to 3650."),
                arguments(
                        "evidence: {mode: strict}",
                        "evidence.mode is \"strict\", but must be one of governance, compliance."),
                arguments(
                        "evidence: {readers: ['*']}",
                        "evidence.readers[0] is \"*\", but must be the ARN of one IAM role, user or account root, without wildcards."),
                arguments(
                        "quickSight: {viewers: ['taro yamada']}",
                        "quickSight.viewers[0] is \"taro yamada\", but must be the name of one QuickSight user, such as analyst-login/taro@example.com."),
                arguments(
                        "quickSight: {userManagers: ['arn:aws:iam::111111111111:root']}",
                        "quickSight.userManagers[0] is \"arn:aws:iam::111111111111:root\", but must be the ARN of one IAM role or user, without wildcards."),
                arguments(
                        "quickSight: {views: [courses]}",
                        "quickSight.views[0] is \"courses\", but must be a source and one of its views, such as learning.courses."),
                arguments(
                        "budget: {monthlyYen: 0}",
                        "budget.monthlyYen is 0, but must be a whole number from 100 to 100000000."),
                arguments(
                        "budget: {yenPerDollar: 1}",
                        "budget.yenPerDollar is 1, but must be a number from 50 to 500."),
                arguments(
                        "budget: {counts: everything}",
                        "budget.counts is \"everything\", but must be one of account, project."),
                arguments(
                        "budget: {queriesPerDay: many}",
                        "budget.queriesPerDay is \"many\", but must be a whole number from 0 to 1000000."),
                arguments(
                        "analysts: {dailyScanLimitMegabytes: 1}",
                        "analysts.dailyScanLimitMegabytes is 1, but must be a whole number from 10 to 1000000000."),
                arguments(
                        "retention: {quarantineDays: 30}",
                        "retention.quarantineDays is 30, but must be a whole number from 1 to 7."),
                arguments(
                        "retention: {logDays: 31}",
                        "retention.logDays is 31, but must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653."));
    }

    @ParameterizedTest
    @MethodSource("additions")
    void aBrokenOptionIsNamedWithWhatIsAllowed(String yaml, String sentence) {
        ExampleEnvironment folder = ExampleEnvironment.in(root).platformAlso(yaml + "\n");

        assertThat(folder.problems()).containsExactly(PLATFORM_FILE + sentence);
    }

    @Test
    void theWholeFileMayHaveTheWrongForm() {
        ExampleEnvironment folder = ExampleEnvironment.in(root).file("platform.yaml", "- acme\n");

        assertThat(folder.problems())
                .containsExactly(PLATFORM_FILE + "the file is a list, but must be a map.");
    }

    @Test
    void aLongValueIsShownInPart() {
        String value = "x".repeat(500);

        ExampleEnvironment folder =
                ExampleEnvironment.in(root).platform("engine: mysql", "engine: " + value);

        assertThat(folder.problems())
                .containsExactly(
                        PLATFORM_FILE
                                + "sources[0].engine is \""
                                + value.substring(0, 80)
                                + "...\", but must be one of mysql, postgresql.");
    }
}
