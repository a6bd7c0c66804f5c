package analysisplatform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import analysisplatform.config.Action;
import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.DataClass;
import analysisplatform.config.Source;
import analysisplatform.engine.Row;
import analysisplatform.sample.SampleExport;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PostgreSQL exports dates, decimals and times as text, from several schemas. */
class ShopSampleMaskTest {

    private static final Source SHOP =
            new Source(
                    "shop",
                    "222222222222",
                    "ap-northeast-1",
                    Source.Engine.POSTGRESQL,
                    Source.Kind.INSTANCE,
                    "shop-db",
                    "shop",
                    List.of("public.customers", "sales.orders", "sales.refunds"),
                    Duration.ofHours(30));

    /** The sample's customers are now and then born at infinity. */
    private static final int BORN_BEFORE_TIME_PERCENT = 10;

    private static final MaskingPolicy POLICY =
            new MaskingPolicy(
                    "shop",
                    10,
                    ZoneId.of("Asia/Tokyo"),
                    MaskingPolicy.Unclassified.WITHHOLD,
                    BORN_BEFORE_TIME_PERCENT,
                    List.of(),
                    List.of(),
                    Map.of(
                            "public.customers",
                            new TestPolicy()
                                    .pseudonym("id", "customer")
                                    .drop("full_name", DataClass.IDENTIFIER)
                                    .email("email")
                                    .keep("birth_date", "date")
                                    .keep("credit_limit", "decimal(10,2)")
                                    .keep("newsletter", "boolean")
                                    .keep("public_id", "uuid")
                                    .quasi("last_ip", new Action.IpNetwork())
                                    .quasi("profile", new Action.Json(Map.of("tag", "$.tags[1]")))
                                    .keep("created_at", "timestamp(3)")
                                    .table(),
                            "sales.orders",
                            new TestPolicy()
                                    .keep("id", "bigint")
                                    .pseudonym("customer_id", "customer")
                                    .keep("total", "decimal(12,2)")
                                    .keep("ordered_at", "timestamp(3)")
                                    .table(),
                            "sales.refunds",
                            new TestPolicy()
                                    .keep("id", "bigint")
                                    .keep("reason", "varchar")
                                    .table()));

    private static MaskedSample sample;

    @BeforeAll
    static void night() {
        sample = MaskedSample.night(SHOP, POLICY, SampleExport::writeShop);
    }

    @Test
    void publishesEveryRowUnderTheNameThatAnalystsKnow() {
        for (String table : List.of("customers", "sales_orders")) {
            Object raw = sample.raw("SELECT count(*)", table).value();
            Object published = sample.published("SELECT count(*)", table).value();

            assertThat((Long) published).as(table).isEqualTo(raw).isPositive();
        }
        assertThat(sample.published("SELECT count(*)", "sales_refunds").value()).isEqualTo(0L);
    }

    @Test
    void provesThatNothingOfTheCustomersIsLeft() {
        assertThat(sample.proof(MaskedSample.RUN).findings()).isEmpty();
    }

    @Test
    void readsDecimalsDatesAndTimesOutOfTextAndMakesInfinityNull() {
        Row raw =
                sample.raw(
                                "SELECT count_if(birth_date = 'infinity') AS infinite, count(*) AS customers, sum(CAST(credit_limit AS decimal(18,2))) AS credit",
                                "customers")
                        .single();
        Row published =
                sample.published(
                                "SELECT count_if(birth_date IS NULL) AS infinite, count(created_at) AS customers, sum(credit_limit) AS credit",
                                "customers")
                        .single();

        assertThat(raw.number("infinite")).isPositive();
        assertThat(published.text("credit")).isEqualTo(raw.text("credit"));
        assertThat(published.number("infinite")).isEqualTo(raw.number("infinite"));
        assertThat(published.number("customers")).isEqualTo(raw.number("customers"));
    }

    @Test
    void readsIdsNetworksAndSettingsOutOfText() {
        Row raw =
                sample.raw(
                                "SELECT array_agg(public_id ORDER BY id) AS ids, array_agg(split_part(last_ip, '.', 3) ORDER BY id) AS thirds",
                                "customers")
                        .single();
        Row published =
                sample.published(
                                "SELECT array_agg(p.public_id ORDER BY r.id) AS ids, array_agg(split_part(p.last_ip, '.', 3) ORDER BY r.id) AS thirds, count_if(p.profile_tag = '2') AS tags, count_if(p.last_ip LIKE '%.0/24') AS networks, count(*) AS customers",
                                "customers p JOIN shop_raw.public_customers r ON r.public_id = p.public_id")
                        .single();

        assertThat(published.get("ids")).isEqualTo(raw.get("ids"));
        assertThat(published.get("thirds")).isEqualTo(raw.get("thirds"));
        assertThat(published.number("tags")).isEqualTo(published.number("customers")).isPositive();
        assertThat(published.number("networks")).isEqualTo(published.number("customers"));
    }

    @Test
    void turnsTimesWithAnOffsetIntoThePolicysZone() {
        long apart =
                sample.published(
                                "SELECT count_if(p.created_at = date_add('hour', 9, CAST(substr(r.created_at, 1, 19) AS timestamp(3)))) AS apart, count(*) AS customers",
                                "customers p JOIN shop_raw.public_customers r ON r.public_id = p.public_id")
                        .single()
                        .number("apart");

        assertThat(
                        sample.raw("SELECT count_if(created_at LIKE '%+00') AS utc", "customers")
                                .single()
                                .number("utc"))
                .isEqualTo(apart)
                .isPositive();
    }

    @Test
    void joinsOrdersToTheirCustomersAcrossSchemas() {
        long joined =
                sample.published(
                                "SELECT count(*) AS n",
                                "sales_orders o JOIN shop_published.customers c ON c.id = o.customer_id")
                        .single()
                        .number("n");

        assertThat(joined)
                .isEqualTo(sample.raw("SELECT count(*) AS n", "sales_orders").single().number("n"))
                .isPositive();
    }
}
