package analysisplatform.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Action;
import analysisplatform.config.Kpi;
import analysisplatform.config.Kpi.Group;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.ColumnPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.Source;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SQL of a KPI may read, and what it must answer. */
class QueryCheckTest {

    private static final PublishedViews VIEWS = views();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) AS value, count(*) AS people FROM users",
                "SELECT count(DISTINCT u.id) value, count(*) people FROM users u",
                "SELECT COUNT(\"ID\") AS Value, count(*) AS PEOPLE FROM Users",
                "WITH a AS (SELECT id FROM users) SELECT count(a.id) AS value, count(*) AS people FROM a",
                "WITH a (x) AS (SELECT id FROM users), b AS (SELECT x FROM a) SELECT count(x) AS value, count(*) AS people FROM b",
                "SELECT sum(n) AS value, sum(n) AS people FROM (SELECT plan, count(*) AS n FROM users GROUP BY 1) AS t WHERE t.plan <> ''",
                "SELECT * FROM (SELECT count(*) AS value, count(*) AS people FROM users)",
                "SELECT t.* FROM (SELECT count(*) AS value, count(*) AS people FROM users) AS t",
                "SELECT sum(o.amount) AS value, count(DISTINCT u.id) AS people FROM users u JOIN orders o ON o.user_id = u.id",
                "SELECT sum(amount) AS value, count(*) AS people FROM users JOIN orders ON orders.user_id = users.id",
                "SELECT count(id) AS value, count(*) AS people FROM users JOIN (SELECT user_id AS id, amount FROM orders) AS o USING (id)",
                "SELECT count(*) AS value, count(*) AS people FROM users WHERE EXISTS (SELECT 1 FROM orders WHERE orders.user_id = users.id)",
                "SELECT count(*) AS value, count(*) AS people FROM users u WHERE (SELECT max(amount) FROM orders WHERE user_id = u.id) > 5",
                "SELECT count(*) AS value, count(*) AS people FROM users, night WHERE CAST(created_at AS date) > night.day - INTERVAL '7' DAY",
                "SELECT count(*) AS value, count(*) AS people FROM users CROSS JOIN night WHERE created_at < date_add('day', -7, snapshot_time)",
                "SELECT count(*) AS value, count(*) AS people FROM users CROSS JOIN UNNEST(split(plan, ',')) AS p (word) WHERE p.word <> ''",
                "SELECT count_if(any_match(split(plan, ','), word -> word = 'free')) AS value, count(*) AS people FROM users",
                "SELECT count(*) FILTER (WHERE plan = 'free') AS value, count(*) AS people FROM users",
                "SELECT sum(v) AS value, sum(v) AS people FROM (SELECT count(*) AS v FROM users UNION ALL SELECT count(*) FROM orders)",
                "SELECT sum(n) AS value, count(*) AS people FROM users CROSS JOIN (VALUES (1), (2)) AS t (n)",
                "SELECT max(r) AS value, count(*) AS people FROM (SELECT row_number() OVER (PARTITION BY plan ORDER BY created_at) AS r FROM users)",
                "SELECT count(*) AS value, count(*) AS people FROM users HAVING count(*) > 0 ORDER BY value",
                "SELECT count(*) AS value, count(*) AS people FROM users TABLE_ALIAS WHERE table_alias.plan LIKE 'f%'"
            })
    void acceptsWhatReadsPublishedColumnsOnly(String sql) {
        assertThat(problems(sql)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    SELECT count(tel) AS value, 1 AS people FROM users                                          | in line 1 reads column users.tel, which the masking policy withholds.
    SELECT count(u.tel) AS value, 1 AS people FROM users AS u                                   | in line 1 reads column users.tel, which the masking policy withholds.
    SELECT 1 AS value, 1 AS people FROM users WHERE plam = 'free'                               | in line 1 reads column plam, which is no published column here; did you mean plan?
    SELECT 1 AS value, 1 AS people FROM users u WHERE u.plam = ''                               | in line 1 reads column u.plam, which is no published column; did you mean plan?
    SELECT 1 AS value, 1 AS people FROM users u WHERE users.plan = ''                           | in line 1 reads users.plan, but there is no view or alias users in its FROM; name columns as column or view.column.
    SELECT x.* FROM users u                                                                     | in line 1 reads x.*, but there is no view or alias x in its FROM.
    SELECT 1 AS value, 1 AS people FROM payroll                                                 | in line 1 reads table payroll, which is no published view of its source; there are orders, users.
    SELECT 1 AS value, 1 AS people FROM raw.users                                               | in line 1 reads raw.users, but a KPI reads the views of its source only; write the view's name alone.
    SELECT 1 AS value, 1 AS people FROM information_schema.tables                               | in line 1 reads information_schema.tables, but a KPI reads the views of its source only; write the view's name alone.
    SELECT 1 AS value, 1 AS people FROM users WHERE "$path" = ''                                | in line 1 reads column $path, which is no published column here; there are id, plan, created_at.
    SELECT count(created_at) AS value, 1 AS people FROM users u JOIN orders o ON true           | in line 1 reads column created_at, which several of the joined views have; write the view's name or alias and a point in front.
    SELECT 1 AS value, 1 AS people FROM users NATURAL JOIN orders                               | in line 1 uses NATURAL JOIN, which changes its meaning with each new column; use ON.
    SELECT 1 AS value, 1 AS people FROM users TABLESAMPLE BERNOULLI (5)                         | in line 1 uses SampledRelation, which a KPI may not; use views, subqueries, joins, UNNEST and VALUES.
    SELECT 1 AS value, 1 AS people FROM users WHERE created_at < now()                          | in line 1 calls now, so the same snapshot would not always give the same value; use night.day or night.snapshot_time.
    SELECT 1 AS value, 1 AS people FROM users WHERE created_at < current_date                   | in line 1 reads the clock, so the same snapshot would not always give the same value; use night.day or night.snapshot_time.
    SELECT 1 AS value, 1 AS people FROM users WHERE random() < 0.5                              | in line 1 calls random, so the same snapshot would not always give the same value; use night.day or night.snapshot_time.
    SELECT 1 AS value, 1 AS people FROM users WHERE plan = ?                                    | in line 1 has a ?, but nobody would fill it in; write the value out.
    WITH night AS (SELECT 1 AS x) SELECT x AS value, x AS people FROM night                     | in line 1 gives the name night to a query, but night is the table that tells the snapshot's day; choose another name.
    WITH a AS (SELECT tel FROM users) SELECT 1 AS value, 1 AS people FROM a                     | in line 1 reads column users.tel, which the masking policy withholds.
    SELECT 1 AS value, 1 AS people FROM (SELECT id FROM users) t WHERE t.plan = ''              | in line 1 reads column t.plan, which is no published column; there are id.
    SELECT 1 AS value, 1 AS people FROM users WHERE id IN (SELECT tel FROM users)               | in line 1 reads column users.tel, which the masking policy withholds.
    SELECT 1 AS value, 1 AS people FROM users GROUP BY tel                                      | in line 1 reads column users.tel, which the masking policy withholds.
    SELECT 1 AS value, 1 AS people FROM users ORDER BY tel                                      | in line 1 reads column users.tel, which the masking policy withholds.
    SELECT count(*) OVER (PARTITION BY tel) AS value, 1 AS people FROM users                    | in line 1 reads column users.tel, which the masking policy withholds.
    SELECT 1 AS value, 1 AS people FROM users u JOIN orders o ON o.user_id = u.tel              | in line 1 reads column users.tel, which the masking policy withholds.
    SELECT * FROM users                                                                         | answers no column value; it is the number of the KPI.
    SELECT 1 AS value FROM users                                                                | answers no column people; it counts the people or rows behind the value, so that small groups can be suppressed; leave it out only with aggregate: safe and a reason.
    SELECT 1 AS value, 2 AS people, 3 AS more FROM users                                        | answers a column more, but its columns are value, people; remove it.
    SELECT 1 AS value, 2 AS people, plan AS dimension FROM users                                | answers a column dimension, but its columns are value, people; add the key dimension.
    SELECT 1 AS value, 2 AS people, day FROM night                                              | answers a column day, but its columns are value, people; add the key days.
    SELECT count(*), 2 AS value, 3 AS people FROM users                                         | answers a column without a name; give each a name with AS: value, people.
    SELECT 1 AS value, 1 AS value, 2 AS people FROM users                                       | answers the column value twice.
    SELECT max(plan) AS value, count(*) AS people FROM users                                    | answers the column value as a text, but it must be a number; cast it.
    SELECT max(created_at) AS value, count(*) AS people FROM users                              | answers the column value as a timestamp, but it must be a number; cast it.
    SELECT 1 AS value, max(t.p) AS people FROM (SELECT plan AS p FROM users) AS t               | answers the column people as a text, but it must be a number; cast it.
    DELETE FROM users                                                                           | is no query; a KPI is one SELECT, with WITH in front if needed.
    """)
    void refusesWithOneSentence(String sql, String problem) {
        assertThat(problems(sql)).contains(problem);
    }

    @Test
    void aWordOutOfPlaceIsShownByLineAndColumn() {
        assertThat(problems("SELECT count(*) AS value\nFROM users WHERE"))
                .singleElement()
                .asString()
                .startsWith("does not parse at line 2, column 17: mismatched input '<EOF>'.");
    }

    @Test
    void saysEverythingThatIsWrongOnce() {
        assertThat(
                        problems(
                                "SELECT tel AS value, tel AS people\nFROM users u\nJOIN payroll p ON p.x = u.plam"))
                .containsExactly(
                        "in line 3 reads table payroll, which is no published view of its source; there are orders, users.",
                        "in line 3 reads column u.plam, which is no published column; did you mean plan?",
                        "in line 1 reads column users.tel, which the masking policy withholds.");
    }

    @Test
    void namesAreNotJudgedWhereTheViewsAreNotKnown() {
        assertThat(
                        QueryCheck.problems(
                                query("SELECT x FROM y", Optional.empty(), 0), Optional.empty()))
                .isEmpty();
    }

    @Test
    void groupsAndDaysAreColumnsOfTheAnswer() {
        Optional<Kpi.Titles> plan = Optional.of(new Kpi.Titles("プラン", "Plan"));
        String sql =
                "SELECT plan AS dimension, CAST(created_at AS date) AS day, count(*) AS value, count(*) AS people FROM users GROUP BY 1, 2";

        assertThat(QueryCheck.problems(query(sql, plan, 30), Optional.of(VIEWS))).isEmpty();
        assertThat(
                        QueryCheck.problems(
                                query("SELECT 1 AS value, 2 AS people", plan, 30),
                                Optional.of(VIEWS)))
                .containsExactly(
                        "answers no column dimension; it names the group, because the KPI has the key dimension.",
                        "answers no column day; it is the value's day, because the KPI has the key days.");
        assertThat(
                        QueryCheck.problems(
                                query(
                                        sql.replace("CAST(created_at AS date)", "created_at"),
                                        plan,
                                        30),
                                Optional.of(VIEWS)))
                .containsExactly(
                        "answers the column day as a timestamp, but it must be a date; cast it.");
    }

    @Test
    void aSafeKpiAnswersNoPeople() {
        Kpi.Query safe =
                new Kpi.Query(
                        "SELECT 1 AS value, 2 AS people",
                        Optional.empty(),
                        0,
                        new Group.Safe("a test"));

        assertThat(QueryCheck.problems(safe, Optional.of(VIEWS)))
                .containsExactly(
                        "answers a column people, but its columns are value; remove aggregate: safe.");
    }

    private static List<String> problems(String sql) {
        return QueryCheck.problems(query(sql, Optional.empty(), 0), Optional.of(VIEWS));
    }

    private static Kpi.Query query(String sql, Optional<Kpi.Titles> dimension, int days) {
        return new Kpi.Query(sql, dimension, days, new Group.AtLeast(10));
    }

    private static PublishedViews views() {
        Source source =
                new Source(
                        "shop",
                        "222222222222",
                        "ap-northeast-1",
                        Source.Engine.MYSQL,
                        Source.Kind.INSTANCE,
                        "shop-db",
                        "shop",
                        List.of("Users", "orders"),
                        Duration.ofHours(26));
        Map<String, ColumnPolicy> users = new LinkedHashMap<>();
        users.put("ID", column(new Action.Pseudonym("user")));
        users.put("plan", column(new Action.Keep("varchar", "a test")));
        users.put("tel", column(new Action.Drop()));
        users.put("created_at", column(new Action.Keep("timestamp(3)", "a test")));
        Map<String, ColumnPolicy> orders = new LinkedHashMap<>();
        orders.put("user_id", column(new Action.Pseudonym("user")));
        orders.put("amount", column(new Action.Keep("decimal(12,2)", "a test")));
        orders.put("created_at", column(new Action.Keep("timestamp(3)", "a test")));
        return PublishedViews.of(
                source,
                new MaskingPolicy(
                        "shop",
                        10,
                        Map.of(
                                "Users",
                                new TablePolicy(users),
                                "orders",
                                new TablePolicy(orders))));
    }

    private static ColumnPolicy column(Action action) {
        return new ColumnPolicy(DataClass.ATTRIBUTE, action);
    }
}
