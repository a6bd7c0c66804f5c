package analysisplatform.quicksight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import analysisplatform.config.Environment;
import analysisplatform.constructs.TestEnvironments;
import analysisplatform.kpi.KpiCatalog;
import analysisplatform.kpi.KpiColumn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetTest {

    private static final Environment FULL = TestEnvironments.full();

    @Test
    void aChosenViewHasEveryPublishedColumnAndNoOther() {
        DataSet orders =
                DataSet.of(FULL).stream()
                        .filter(dataSet -> dataSet.id().endsWith("view-shop-orders"))
                        .findFirst()
                        .orElseThrow();

        assertThat(orders.columns())
                .containsExactly(
                        new DataSet.Column("id", ColumnType.STRING),
                        new DataSet.Column("email", ColumnType.STRING),
                        new DataSet.Column("iban", ColumnType.STRING),
                        new DataSet.Column("plan", ColumnType.STRING),
                        new DataSet.Column("rank", ColumnType.INTEGER));
        assertThat(orders.relation())
                .isEqualTo(new DataSet.Relation("acme_prod_shop_published", "orders"));
    }

    @Test
    void theKpisAreLoadedWithEveryColumn() {
        DataSet latest = DataSet.of(FULL).get(0);

        assertThat(latest.id()).isEqualTo("acme-prod-kpi-latest");
        assertThat(latest.columns())
                .extracting(DataSet.Column::name)
                .containsExactlyElementsOf(
                        KpiCatalog.latestColumns().stream().map(KpiColumn::name).toList());
    }

    @Test
    void aNightChangesItsOwnViewsAndTheKpisIfItHasAny() {
        assertThat(ids(DataSet.changedBy(FULL, TestEnvironments.SHOP)))
                .containsExactly(
                        "acme-prod-kpi-latest",
                        "acme-prod-kpi-history",
                        "acme-prod-freshness",
                        "acme-prod-view-shop-orders");
        assertThat(DataSet.changedBy(FULL, TestEnvironments.BILLING)).isEmpty();
    }

    @Test
    void nothingIsLoadedWhenQuickSightIsOff() {
        assertThat(DataSet.of(TestEnvironments.fullWithoutQuickSight())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            varchar       | STRING
            bigint        | INTEGER
            tinyint       | INTEGER
            double        | DECIMAL
            decimal(12,2) | DECIMAL
            date          | DATETIME
            timestamp(3)  | DATETIME
            boolean       | BOOLEAN
            """)
    void athenasTypesAreThoseOfQuickSight(String athena, ColumnType expected) {
        assertThat(ColumnType.ofAthena(athena)).isEqualTo(expected);
    }

    @Test
    void aTypeThatQuickSightCannotLoadIsRefused() {
        assertThatThrownBy(() -> ColumnType.ofAthena("varbinary"))
                .hasMessage("QuickSight has no type for Athena's varbinary.");
    }

    private static List<String> ids(List<DataSet> dataSets) {
        return dataSets.stream().map(DataSet::id).toList();
    }
}
