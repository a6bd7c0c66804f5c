package analysisplatform.sample;

import static analysisplatform.sample.Rows.row;

import analysisplatform.sample.SourceColumn.MySql;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What users pay. Key and foreign key differ in type here, as they do in grown databases. */
final class MoneyTables {

    private static final int SUBSCRIPTIONS = 320;
    private static final int PAYMENTS = 1200;

    /** No signed 64-bit number holds the ids that follow this one. */
    private static final BigInteger FIRST_HUGE_ID = BigInteger.ONE.shiftLeft(63);

    private static final int HUGE_IDS_FROM = 1190;

    private MoneyTables() {}

    static SampleTable subscriptions(List<Map<String, Object>> users) {
        Dice dice = new Dice("subscriptions");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 1; id <= SUBSCRIPTIONS; id++) {
            Map<String, Object> user = dice.of(users);
            LocalDate started = dice.date(800);
            boolean premium = dice.oneIn(3);
            rows.add(
                    row(
                            "id",
                            (long) id,
                            "user_id",
                            user.get("id"),
                            "customer_email",
                            typedAgain((String) user.get("email"), dice),
                            "plan",
                            premium ? "premium" : "standard",
                            "price_yen",
                            premium ? 2980 : 980,
                            "started_on",
                            started.toString(),
                            "canceled_on",
                            dice.oneIn(3) ? started.plusDays(dice.below(300)).toString() : null));
        }
        return new SampleTable(
                "learning",
                "subscriptions",
                List.of(
                        MySql.bigint("id"),
                        MySql.bigint("user_id"),
                        MySql.varchar("customer_email", 255),
                        MySql.varchar("plan", 20),
                        MySql.integer("price_yen"),
                        MySql.date("started_on"),
                        MySql.date("canceled_on")),
                List.of(rows));
    }

    static SampleTable payments(List<Map<String, Object>> users) {
        Dice dice = new Dice("payments");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 1; id <= PAYMENTS; id++) {
            rows.add(
                    row(
                            "id", paymentId(id),
                            "user_id", dice.of(users).get("id"),
                            "card_last4",
                                    dice.oneIn(9) ? null : "%04d".formatted(dice.below(10_000)),
                            "amount", BigDecimal.valueOf(98_000 + 100L * dice.below(2000), 2),
                            "method", dice.of(List.of("card", "card", "convenience_store", "bank")),
                            "coupon_id", null,
                            "paid_at", dice.time(700)));
        }
        return new SampleTable(
                "learning",
                "payments",
                List.of(
                        MySql.bigintUnsigned("id"),
                        MySql.intUnsigned("user_id"),
                        MySql.varchar("card_last4", 4),
                        MySql.money("amount", 12),
                        MySql.varchar("method", 20),
                        // NULL in every row: readers have died of such a column
                        MySql.bigintUnsigned("coupon_id"),
                        MySql.timestamp("paid_at")),
                Rows.batches(rows, 3));
    }

    private static BigDecimal paymentId(int number) {
        return number < HUGE_IDS_FROM
                ? BigDecimal.valueOf(number)
                : new BigDecimal(FIRST_HUGE_ID.add(BigInteger.valueOf(number)));
    }

    /** The same address as another form got it. */
    private static String typedAgain(String email, Dice dice) {
        if (email == null) {
            return null;
        }
        return switch (dice.below(6)) {
            case 0 -> email.toUpperCase(Locale.ROOT);
            case 1 -> " " + email;
            default -> email;
        };
    }
}
