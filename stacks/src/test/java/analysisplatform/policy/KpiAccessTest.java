package analysisplatform.policy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with the history of the KPIs; only the shop has KPIs. */
class KpiAccessTest {

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    nightly shop    | s3:PutObject    | masked kpis/history/source=shop/month=2026-11/a/x       | may
    nightly shop    | s3:DeleteObject | masked kpis/history/source=shop/month=2026-11/a/x       | may not
    nightly shop    | s3:PutObject    | masked kpis/history/source=billing-eu/month=2026-11/a/x | may not
    nightly shop    | s3:PutObject    | masked kpis/history/source=shop-2/month=2026-11/a/x     | may not
    nightly billing | s3:PutObject    | masked kpis/history/source=billing-eu/month=2026-11/a/x | may not
    nightly billing | s3:PutObject    | masked kpis/history/source=shop/month=2026-11/a/x       | may not
    nightly billing | s3:GetObject    | masked kpis/history/source=shop/month=2026-11/a/x       | may not
    function        | s3:DeleteObject | masked kpis/history/source=shop/month=2026-11/a/x       | may not
    function        | s3:GetObject    | masked kpis/history/source=shop/month=2026-11/a/x       | may not
    crawler shop    | s3:GetObject    | masked kpis/history/source=shop/month=2026-11/a/x       | may not
    analyst         | s3:GetObject    | masked kpis/history/source=shop/month=2026-11/a/x       | may
    analyst         | s3:PutObject    | masked kpis/history/source=shop/month=2026-11/a/x       | may not
    analyst         | s3:DeleteObject | masked kpis/history/source=shop/month=2026-11/a/x       | may not
    quicksight      | s3:GetObject    | masked kpis/history/source=shop/month=2026-11/a/x       | may
    analyst         | glue:GetTable   | glue table/acme_prod_kpis/kpi_latest                    | may
    analyst         | glue:UpdateTable| glue table/acme_prod_kpis/kpi_latest                    | may not
    analyst         | glue:GetTable   | glue table/acme_dev_kpis/kpi_latest                     | may not
    nightly shop    | glue:GetTable   | glue table/acme_prod_kpis/kpi_latest                    | may not
    nightly shop    | glue:UpdateTable| glue table/acme_prod_kpis/kpi_latest                    | may not
    nightly shop    | sns:Publish     | sns acme-prod-alerts                                    | may
    nightly shop    | sns:Publish     | sns another                                             | may not
    nightly billing | sns:Publish     | sns acme-prod-alerts                                    | may
    analyst         | sns:Publish     | sns acme-prod-alerts                                    | may not
    """)
    void kpis(String who, String action, String what, String expected) {
        AccessTest.assertDecision(who, action, what, expected);
    }
}
