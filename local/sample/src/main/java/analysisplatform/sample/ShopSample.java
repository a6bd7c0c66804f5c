package analysisplatform.sample;

import static analysisplatform.sample.Rows.row;

import analysisplatform.sample.People.Person;
import analysisplatform.sample.SampleDatabase.Flavour;
import analysisplatform.sample.SourceColumn.PostgreSql;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The small PostgreSQL database of an invented shop, in two schemas. */
final class ShopSample {

    private static final int CUSTOMERS = 120;
    private static final int ORDERS = 300;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssx", Locale.ROOT);

    private ShopSample() {}

    static SampleDatabase database() {
        return new SampleDatabase(
                "shop", Flavour.POSTGRESQL, List.of(customers(), orders(), refunds()));
    }

    private static SampleTable customers() {
        Dice dice = new Dice("public.customers");
        People people = new People(dice);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 1; id <= CUSTOMERS; id++) {
            Person person = people.person(id);
            rows.add(
                    row(
                            "id",
                            (long) id,
                            "public_id",
                            dice.uuid().toString(),
                            "full_name",
                            person.name(),
                            "email",
                            people.email(person),
                            "birth_date",
                            dice.oneIn(15) ? "infinity" : dice.date(20_000).toString(),
                            "credit_limit",
                            "%d.%02d".formatted(dice.below(5000), dice.below(100)),
                            "newsletter",
                            dice.oneIn(10) ? null : dice.oneIn(2),
                            "profile",
                            "{\"login\": \"" + person.login() + "\", \"tags\": [1, 2]}",
                            "last_ip",
                            people.ip() + "/32",
                            "created_at",
                            postgresTime(dice)));
        }
        return new SampleTable(
                "public",
                "customers",
                List.of(
                        PostgreSql.bigint("id"),
                        PostgreSql.text("public_id", "uuid"),
                        PostgreSql.text("full_name", "text"),
                        PostgreSql.text("email", "character varying"),
                        PostgreSql.text("birth_date", "date"),
                        PostgreSql.text("credit_limit", "numeric"),
                        PostgreSql.bool("newsletter"),
                        PostgreSql.text("profile", "jsonb"),
                        PostgreSql.text("last_ip", "inet"),
                        PostgreSql.text("created_at", "timestamp with time zone")),
                Rows.batches(rows, 2));
    }

    private static SampleTable orders() {
        Dice dice = new Dice("sales.orders");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 1; id <= ORDERS; id++) {
            rows.add(
                    row(
                            "id",
                            (long) id,
                            "customer_id",
                            (long) (1 + dice.below(CUSTOMERS)),
                            "quantity",
                            1 + dice.below(9),
                            "total",
                            "%d.%02d".formatted(dice.below(90_000), dice.below(100)),
                            "status",
                            dice.of(List.of("new", "paid", "shipped")),
                            "ordered_at",
                            postgresTime(dice)));
        }
        return new SampleTable(
                "sales",
                "orders",
                List.of(
                        PostgreSql.bigint("id"),
                        PostgreSql.bigint("customer_id"),
                        PostgreSql.integer("quantity"),
                        PostgreSql.text("total", "numeric"),
                        PostgreSql.text("status", "USER-DEFINED"),
                        PostgreSql.text("ordered_at", "timestamp with time zone")),
                List.of(rows));
    }

    private static SampleTable refunds() {
        return new SampleTable(
                "sales",
                "refunds",
                List.of(PostgreSql.bigint("id"), PostgreSql.text("reason", "text")),
                List.of(List.of()));
    }

    /** PostgreSQL's own form: a space, and an offset of two digits. */
    private static String postgresTime(Dice dice) {
        return TIME.format(dice.time(400));
    }
}
