package analysisplatform.constructs;

import analysisplatform.config.Action;
import analysisplatform.config.Environment;
import analysisplatform.config.GitHub;
import analysisplatform.config.Kpi;
import analysisplatform.config.Language;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.Platform;
import analysisplatform.config.Platform.Analysts;
import analysisplatform.config.Platform.Crawls;
import analysisplatform.config.Platform.Dashboard;
import analysisplatform.config.Platform.Evidence;
import analysisplatform.config.Platform.Exports;
import analysisplatform.config.Platform.Notifications;
import analysisplatform.config.Platform.Occasions;
import analysisplatform.config.Platform.People;
import analysisplatform.config.Platform.PublishedView;
import analysisplatform.config.Platform.QuickSight;
import analysisplatform.config.Platform.Retention;
import analysisplatform.config.Platform.Slack;
import analysisplatform.config.Platform.Spending;
import analysisplatform.config.Source;
import analysisplatform.config.Source.Engine;
import analysisplatform.config.Source.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Environments without files: two sources, of two accounts, one instance and one cluster. */
public final class TestEnvironments {

    public static final String ANALYSIS_ACCOUNT = "111111111111";
    public static final String SHOP_ACCOUNT = "222222222222";
    public static final String BILLING_ACCOUNT = "333333333333";
    public static final String REGION = "ap-northeast-1";
    public static final String ANALYST = "arn:aws:iam::111111111111:role/data-team";
    public static final String AUDITOR = "arn:aws:iam::111111111111:role/privacy-officer";
    public static final String USER_MANAGER = "arn:aws:iam::111111111111:role/office";
    public static final String BREAK_GLASS = "arn:aws:iam::111111111111:role/security-officer";

    public static final Source SHOP =
            new Source(
                    "shop",
                    SHOP_ACCOUNT,
                    REGION,
                    Engine.MYSQL,
                    Kind.INSTANCE,
                    "shop-db",
                    "shop",
                    List.of("users", "orders"),
                    Duration.ofHours(30));

    public static final Source BILLING =
            new Source(
                    "billing-eu",
                    BILLING_ACCOUNT,
                    REGION,
                    Engine.POSTGRESQL,
                    Kind.CLUSTER,
                    "billing-cluster",
                    "billing",
                    List.of("public.invoices"),
                    Duration.ofHours(30));

    /** Of the shop alone, so that the other source shows what a source without KPIs may. */
    public static final Kpi KPI =
            new Kpi(
                    "buyers",
                    new Kpi.Titles("購入者", "Buyers"),
                    "owner@example.com",
                    "shop",
                    new Kpi.Query(
                            "SELECT count(*) AS value, count(*) AS people FROM orders",
                            Optional.empty(),
                            0,
                            new Kpi.Group.AtLeast(10)),
                    "people",
                    Kpi.Direction.UP,
                    Kpi.Chart.NUMBER,
                    Kpi.Comparison.WEEK,
                    OptionalDouble.of(100),
                    new Kpi.Alert(OptionalDouble.of(20), OptionalDouble.empty()));

    private TestEnvironments() {}

    /** Everything is switched on. */
    public static Environment full() {
        return full("acme", quickSight());
    }

    /** {@link #full} with a project so long that a bucket's name has no character to spare. */
    public static Environment longest() {
        return full("acme-of-all-the-yen", quickSight());
    }

    private static QuickSight quickSight() {
        return new QuickSight(
                true,
                true,
                "owner@example.com",
                "aws-quicksight-service-role-v0",
                List.of("arn:aws:quicksight:ap-northeast-1:111111111111:group/default/analysts"),
                new People(
                        List.of("login/taro@example.com", "login/hanako@example.com"),
                        List.of("login/jiro@example.com"),
                        List.of("login/admin@example.com"),
                        List.of(USER_MANAGER)),
                List.of(new PublishedView("shop", "orders")));
    }

    /** {@link #full} with the one line {@code enabled: false}. */
    public static Environment fullWithoutQuickSight() {
        QuickSight on = full().platform().quickSight();
        return full(
                "acme",
                new QuickSight(
                        false,
                        false,
                        on.notificationEmail(),
                        on.serviceRole(),
                        on.principals(),
                        on.people(),
                        on.views()));
    }

    private static Environment full(String project, QuickSight quickSight) {
        Environment environment =
                environment(
                        new Called(project, "prod"),
                        quickSight,
                        new Analysts(List.of(ANALYST), 2048, 90_000),
                        List.of(BREAK_GLASS),
                        new Evidence(400, Evidence.Mode.COMPLIANCE, List.of(AUDITOR)));
        return new Environment(
                environment.name(), environment.platform(), environment.policies(), List.of(KPI));
    }

    /** Everything is switched off, and nothing is protected. */
    public static Environment local() {
        return environment(
                new Called("acme", "local"),
                new QuickSight(false, false, "", "", List.of()),
                new Analysts(List.of(), 10, 50_000),
                List.of(),
                new Evidence(365, Evidence.Mode.GOVERNANCE, List.of()));
    }

    public static Environment withCustomMetrics(Environment environment, int customMetrics) {
        return ChangedPlatform.of(environment, new Dashboard(true, customMetrics));
    }

    public static Environment withoutDashboard(Environment environment) {
        return ChangedPlatform.of(
                environment, new Dashboard(false, Dashboard.USUAL.customMetrics()));
    }

    private static Notifications notifications(boolean all) {
        return new Notifications(
                List.of("oncall@example.com"),
                new Occasions(all, all, all, all),
                "https://example.com/runbooks",
                120,
                all ? new Slack("T07EA123LEP", "C07EZ1ABC23") : Slack.NONE);
    }

    private record Called(String project, String environment) {}

    private static Environment environment(
            Called called,
            QuickSight quickSight,
            Analysts analysts,
            List<String> breakGlass,
            Evidence evidence) {
        String name = called.environment();
        Platform platform =
                new Platform(
                        called.project(),
                        ANALYSIS_ACCOUNT,
                        REGION,
                        ZoneId.of("Asia/Tokyo"),
                        Language.EN,
                        LocalTime.of(5, 30),
                        notifications(name.equals("prod")),
                        Map.of("Owner", "data-team"),
                        breakGlass,
                        1,
                        new Exports(60, 300),
                        new Crawls(30, 60),
                        analysts,
                        quickSight,
                        Dashboard.USUAL,
                        new Retention(3, 30, 90),
                        evidence,
                        new Spending(
                                20_000,
                                "",
                                BigDecimal.valueOf(150),
                                name.equals("prod")
                                        ? Spending.Counting.ACCOUNT
                                        : Spending.Counting.PROJECT,
                                new Spending.ExpectedQueries(100, 50)),
                        name.equals("prod")
                                ? new GitHub(
                                        "acme/analysis", Optional.empty(), GitHub.Provider.CREATE)
                                : GitHub.NONE,
                        List.of(SHOP, BILLING));
        return new Environment(
                name,
                platform,
                Map.of("shop", policy("shop", SHOP), "billing-eu", policy("billing-eu", BILLING)));
    }

    /** One column of each class in every table. */
    private static MaskingPolicy policy(String name, Source source) {
        Map<String, ColumnPolicy> columns = new LinkedHashMap<>();
        columns.put("id", rule(DataClass.IDENTIFIER, new Action.Pseudonym("person")));
        columns.put("email", rule(DataClass.IDENTIFIER, new Action.Email()));
        columns.put("my_number", rule(DataClass.CODE, new Action.Drop()));
        columns.put("iban", rule(DataClass.FINANCIAL, new Action.Null("varchar")));
        columns.put(
                "plan", rule(DataClass.ATTRIBUTE, new Action.Keep("varchar", "one of ${three}")));
        columns.put("note", rule(DataClass.FREE_TEXT, new Action.Drop()));
        columns.put("birthday", rule(DataClass.QUASI, new Action.Drop()));
        columns.put("rank", rule(DataClass.NONE, new Action.Keep("bigint", "numbers the rows")));
        Map<String, TablePolicy> tables = new LinkedHashMap<>();
        source.tables().forEach(table -> tables.put(table, new TablePolicy(columns)));
        return new MaskingPolicy(name, 10, tables);
    }

    private static ColumnPolicy rule(DataClass dataClass, Action action) {
        return new ColumnPolicy(dataClass, action);
    }
}
