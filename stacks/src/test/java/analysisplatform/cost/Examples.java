package analysisplatform.cost;

import analysisplatform.config.Environment;
import analysisplatform.config.GitHub;
import analysisplatform.config.Language;
import analysisplatform.config.Platform;
import analysisplatform.config.Source;
import analysisplatform.constructs.ChangedPlatform;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small environments to estimate. */
final class Examples {

    static final String TOKYO = "ap-northeast-1";
    static final String ANALYSIS_ACCOUNT = "111111111111";
    static final BigDecimal YEN_PER_DOLLAR = BigDecimal.valueOf(150);

    private Examples() {}

    /** One source of 16 tables, in Tokyo. */
    static Environment shop() {
        return environment(TOKYO, false, source("shop", 16));
    }

    static Environment shopWithQuickSight() {
        return environment(TOKYO, true, source("shop", 16));
    }

    static Environment environment(String region, boolean quickSight, Source... sources) {
        return new Environment(
                "prod",
                new Platform(
                        "acme",
                        ANALYSIS_ACCOUNT,
                        region,
                        ZoneId.of("Asia/Tokyo"),
                        Language.EN,
                        LocalTime.of(3, 0),
                        new Platform.Notifications(
                                List.of("data@example.com"),
                                new Platform.Occasions(true, true, true, false),
                                "docs/operations",
                                240,
                                Platform.Slack.NONE),
                        Map.of(),
                        List.of(),
                        1,
                        new Platform.Exports(120, 720),
                        new Platform.Crawls(30, 60),
                        new Platform.Analysts(List.of(), 1000, 50_000),
                        new Platform.QuickSight(quickSight, false, "", "", List.of()),
                        Platform.Dashboard.USUAL,
                        new Platform.Retention(3, 7, 90),
                        new Platform.Evidence(365, Platform.Evidence.Mode.GOVERNANCE, List.of()),
                        new Platform.Spending(
                                5000,
                                "",
                                YEN_PER_DOLLAR,
                                Platform.Spending.Counting.ACCOUNT,
                                new Platform.Spending.ExpectedQueries(100, 50)),
                        GitHub.NONE,
                        List.of(sources)),
                Map.of());
    }

    static Environment spending(Environment environment, int monthlyYen, String exceedBecause) {
        Platform.Spending spending = environment.platform().spending();
        return ChangedPlatform.of(
                environment,
                new Platform.Spending(
                        monthlyYen,
                        exceedBecause,
                        spending.yenPerDollar(),
                        spending.counting(),
                        spending.queries()));
    }

    static Source source(String name, int tables) {
        return source(name, tables, "222222222222");
    }

    static Source source(String name, int tables, String account) {
        return new Source(
                name,
                account,
                TOKYO,
                Source.Engine.MYSQL,
                Source.Kind.INSTANCE,
                name + "-db",
                "app",
                IntStream.rangeClosed(1, tables).mapToObj(i -> "table_" + i).toList(),
                Duration.ofHours(26));
    }

    static NightUsage nothing() {
        return export("0");
    }

    static NightUsage export(String gigabytes) {
        return new NightUsage(
                new BigDecimal(gigabytes),
                List.of(),
                0,
                BigDecimal.ZERO,
                0,
                new Crawls(0, BigDecimal.ZERO),
                0,
                0,
                0);
    }

    static MonthlyStanding empty() {
        return new MonthlyStanding(
                0,
                BigDecimal.ZERO,
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0,
                0,
                0,
                MonthlyStanding.QuickSightUsers.NONE,
                Queries.scans(0, BigDecimal.ZERO));
    }

    static Line line(Bill bill, String what) {
        return bill.lines().stream()
                .filter(line -> line.what().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + what + " in " + bill));
    }
}
