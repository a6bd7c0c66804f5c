package analysisplatform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, over all policies of the three accounts together. */
class AccessTest {

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    nightly shop    | s3:GetObject | quarantine exports/shop/e1/shop/shop.users/1/part-0.parquet | may
    nightly shop    | s3:GetObject | quarantine exports/billing-eu/e1/b/p.invoices/1/x.parquet   | may not
    nightly shop    | s3:PutObject | quarantine exports/shop/e1/shop/shop.users/1/part-0.parquet | may not
    nightly shop    | s3:DeleteObject | quarantine exports/shop/e1/x                             | may not
    crawler shop    | s3:GetObject | quarantine exports/shop/e1/shop/shop.users/1/part-0.parquet | may
    crawler shop    | s3:GetObject | quarantine exports/billing-eu/e1/b/p.invoices/1/x.parquet   | may not
    crawler shop    | s3:GetObject | quarantine exports/shop-2/e1/x.parquet                      | may not
    crawler shop    | s3:PutObject | quarantine exports/shop/e1/x                                | may not
    function        | s3:GetObject | quarantine exports/shop/e1/export_info_e1.json              | may
    function        | s3:GetObject | quarantine exports/shop/e1/export_tables_info_e1_from_1_to_9.json | may
    function        | s3:GetObject | quarantine exports/shop/e1/shop/shop.users/1/part-0.parquet | may not
    function        | s3:DeleteObjectVersion | quarantine exports/shop/e1/x                      | may
    function        | s3:PutObject | quarantine exports/shop/e1/x                                | may not
    export shop     | s3:PutObject | quarantine exports/shop/e1/x                                | may
    export shop     | s3:PutObject | quarantine exports/billing-eu/e1/x                          | may not
    export billing  | s3:PutObject | quarantine exports/shop/e1/x                                | may not
    export shop     | s3:PutObject | masked masked/shop/r1/x                                     | may not
    caller shop     | s3:GetObject | quarantine exports/shop/e1/x                                | may not
    analyst         | s3:GetObject | quarantine exports/shop/e1/x                                | may not
    quicksight      | s3:GetObject | quarantine exports/shop/e1/x                                | may not
    administrator   | s3:GetObject | quarantine exports/shop/e1/x                                | may not
    administrator   | s3:GetObjectVersion | quarantine exports/shop/e1/x                         | may not
    administrator   | s3:DeleteObject | quarantine exports/shop/e1/x                             | may
    administrator   | s3:PutBucketPolicy | quarantine                                            | may
    break-glass     | s3:GetObject | quarantine exports/shop/e1/x                                | may
    """)
    void rawData(String who, String action, String what, String expected) {
        assertDecision(who, action, what, expected);
    }

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    nightly shop    | s3:GetObject          | quarantine pseudonym-key/v1/x | may
    nightly billing | s3:GetObject          | quarantine pseudonym-key/v1/x | may
    nightly shop    | s3:PutObject          | quarantine pseudonym-key/v1/x | may
    nightly shop    | s3:DeleteObject       | quarantine pseudonym-key/v1/x | may not
    crawler shop    | s3:GetObject          | quarantine pseudonym-key/v1/x | may not
    function        | s3:GetObject          | quarantine pseudonym-key/v1/x | may not
    function        | s3:DeleteObject       | quarantine pseudonym-key/v1/x | may not
    export shop     | s3:GetObject          | quarantine pseudonym-key/v1/x | may not
    export shop     | s3:PutObject          | quarantine pseudonym-key/v1/x | may not
    analyst         | s3:GetObject          | quarantine pseudonym-key/v1/x | may not
    break-glass     | s3:GetObject          | quarantine pseudonym-key/v1/x | may not
    administrator   | s3:GetObjectVersion   | quarantine pseudonym-key/v1/x | may not
    administrator   | s3:DeleteObject       | quarantine pseudonym-key/v1/x | may not
    administrator   | s3:DeleteObjectVersion| quarantine pseudonym-key/v1/x | may not
    nightly shop    | glue:GetTable   | glue table/acme_prod_pseudonym_key/pseudonym_key_v1 | may
    nightly shop    | glue:CreateTable| glue table/acme_prod_pseudonym_key/pseudonym_key_v1 | may
    nightly shop    | glue:DeleteTable| glue table/acme_prod_pseudonym_key/pseudonym_key_v1 | may not
    nightly shop    | glue:UpdateTable| glue table/acme_prod_pseudonym_key/pseudonym_key_v1 | may not
    analyst         | glue:GetTable   | glue table/acme_prod_pseudonym_key/pseudonym_key_v1 | may not
    """)
    void pseudonymKey(String who, String action, String what, String expected) {
        assertDecision(who, action, what, expected);
    }

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    nightly shop    | kms:Decrypt         | key quarantine | may
    nightly shop    | kms:GenerateDataKey | key quarantine | may
    crawler shop    | kms:Decrypt         | key quarantine | may
    crawler shop    | kms:GenerateDataKey | key quarantine | may not
    function        | kms:Decrypt         | key quarantine | may
    export shop     | kms:GenerateDataKey | key quarantine | may
    export shop     | kms:Decrypt         | key quarantine | may
    caller shop     | kms:DescribeKey     | key quarantine | may
    caller shop     | kms:CreateGrant     | key quarantine | may not
    caller shop     | kms:Decrypt         | key quarantine | may not
    analyst         | kms:Decrypt         | key quarantine | may not
    quicksight      | kms:Decrypt         | key quarantine | may not
    scheduler       | kms:Decrypt         | key quarantine | may not
    break-glass     | kms:Decrypt         | key quarantine | may
    administrator   | kms:Decrypt         | key quarantine | may not
    administrator   | kms:CreateGrant     | key quarantine | may not
    administrator   | kms:PutKeyPolicy    | key quarantine | may
    administrator   | kms:ScheduleKeyDeletion | key quarantine | may
    nightly shop    | kms:GenerateDataKey | key masked     | may
    analyst         | kms:Decrypt         | key masked     | may
    analyst         | kms:GenerateDataKey | key masked     | may
    quicksight      | kms:Decrypt         | key masked     | may
    crawler shop    | kms:Decrypt         | key masked     | may not
    function        | kms:Decrypt         | key masked     | may
    export shop     | kms:GenerateDataKey | key masked     | may not
    break-glass     | kms:Decrypt         | key masked     | may not
    """)
    void encryptionKeys(String who, String action, String what, String expected) {
        assertDecision(who, action, what, expected);
    }

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    nightly shop    | s3:PutObject | masked masked/shop/r1/users/x       | may
    nightly shop    | s3:GetObject | masked masked/shop/r1/users/x       | may
    nightly shop    | s3:PutObject | masked masked/billing-eu/r1/x       | may not
    nightly billing | s3:GetObject | masked masked/shop/r1/users/x       | may not
    nightly shop    | s3:DeleteObject | masked masked/shop/r1/users/x    | may not
    function        | s3:DeleteObject | masked masked/shop/r1/users/x    | may
    function        | s3:GetObject | masked masked/shop/r1/users/x       | may not
    analyst         | s3:GetObject | masked masked/shop/r1/users/x       | may
    analyst         | s3:PutObject | masked masked/shop/r1/users/x       | may not
    analyst         | s3:DeleteObject | masked masked/shop/r1/users/x    | may not
    quicksight      | s3:GetObject | masked masked/shop/r1/users/x       | may
    crawler shop    | s3:GetObject | masked masked/shop/r1/users/x       | may not
    analyst         | s3:PutObject | results analysts/q1.csv             | may
    analyst         | s3:GetObject | results analysts/q1.csv             | may
    analyst         | s3:GetObject | results pipeline/q1.csv             | may not
    nightly shop    | s3:PutObject | results pipeline/q1.csv             | may
    nightly shop    | s3:GetObject | results analysts/q1.csv             | may not
    nightly shop    | s3:GetObject | masked statements/shop/masks/users/0a1b2c.json       | may
    nightly shop    | s3:PutObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    nightly shop    | s3:DeleteObject | masked statements/shop/masks/users/0a1b2c.json    | may not
    nightly shop    | s3:GetObject | masked statements/shop/views/users/0a1b2c.json       | may
    nightly billing | s3:GetObject | masked statements/shop/views/users/0a1b2c.json       | may not
    analyst         | s3:GetObject | masked statements/shop/views/users/0a1b2c.json       | may not
    nightly shop    | s3:GetObject | masked statements/shop-2/masks/users/0a1b2c.json     | may not
    nightly shop    | s3:GetObject | masked statements/billing-eu/masks/x/0a1b2c.json     | may not
    nightly billing | s3:GetObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    nightly shop    | s3:GetObject | masked policies/shop/0a1b2c3d.json                   | may not
    function        | s3:GetObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    function        | s3:PutObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    function        | s3:DeleteObject | masked statements/shop/masks/users/0a1b2c.json    | may not
    crawler shop    | s3:GetObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    crawler shop    | s3:PutObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    scheduler       | s3:PutObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    analyst         | s3:GetObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    analyst         | s3:PutObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    quicksight      | s3:GetObject | masked statements/shop/masks/users/0a1b2c.json       | may not
    """)
    void maskedDataAndResults(String who, String action, String what, String expected) {
        assertDecision(who, action, what, expected);
    }

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    analyst      | glue:GetTable    | glue table/acme_prod_shop_published/users        | may
    analyst      | glue:GetTable    | glue table/acme_prod_shop_masked/users__r1       | may
    analyst      | glue:GetTable    | glue table/acme_prod_shop_raw/shop_users         | may not
    analyst      | glue:UpdateTable | glue table/acme_prod_shop_published/users        | may not
    analyst      | glue:CreateTable | glue table/acme_prod_shop_published/users        | may not
    crawler shop | glue:CreateTable | glue table/acme_prod_shop_raw/shop_users         | may
    crawler shop | glue:CreateTable | glue table/acme_prod_shop_published/users        | may not
    crawler shop | glue:CreateTable | glue table/acme_prod_billing_eu_raw/x            | may not
    nightly shop | glue:BatchDeleteTable | glue table/acme_prod_shop_raw/shop_users    | may
    nightly shop | glue:CreateTable | glue table/acme_prod_shop_masked/users__r1       | may
    nightly shop | glue:UpdateTable | glue table/acme_prod_shop_published/users        | may
    nightly shop | glue:GetTable    | glue table/acme_prod_billing_eu_raw/x            | may not
    nightly shop | glue:UpdateTable | glue table/acme_prod_billing_eu_published/x      | may not
    nightly shop | glue:GetTable    | glue table/acme_dev_shop_raw/shop_users          | may not
    nightly shop | glue:UpdateCrawler | glue crawler/acme-prod-raw-shop                | may
    nightly shop | glue:StartCrawler  | glue crawler/acme-prod-raw-billing-eu          | may not
    """)
    void catalog(String who, String action, String what, String expected) {
        assertDecision(who, action, what, expected);
    }

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    analyst      | athena:StartQueryExecution | athena workgroup/acme-prod-analysts         | may
    analyst      | athena:StartQueryExecution | athena workgroup/acme-prod-pipeline         | may not
    analyst      | athena:GetQueryExecution   | athena workgroup/acme-prod-pipeline         | may not
    analyst      | athena:StartQueryExecution | athena workgroup/primary                    | may not
    analyst      | athena:UpdateWorkGroup     | athena workgroup/acme-prod-analysts         | may not
    analyst      | athena:ListNamedQueries    | athena workgroup/acme-prod-analysts         | may
    analyst      | athena:BatchGetNamedQuery  | athena workgroup/acme-prod-analysts         | may
    analyst      | athena:GetNamedQuery       | athena workgroup/acme-prod-pipeline         | may not
    analyst      | athena:ListNamedQueries    | athena workgroup/acme-dev-analysts          | may not
    analyst      | athena:CreateNamedQuery    | athena workgroup/acme-prod-analysts         | may not
    analyst      | athena:DeleteNamedQuery    | athena workgroup/acme-prod-analysts         | may not
    nightly shop | athena:GetNamedQuery       | athena workgroup/acme-prod-analysts         | may not
    nightly shop | athena:StartQueryExecution | athena workgroup/acme-prod-pipeline         | may
    nightly shop | athena:StartQueryExecution | athena workgroup/acme-prod-analysts         | may not
    nightly shop | lambda:InvokeFunction      | lambda function:acme-prod-export            | may
    nightly shop | lambda:InvokeFunction      | lambda function:another                     | may not
    analyst      | lambda:InvokeFunction      | lambda function:acme-prod-export            | may not
    nightly shop | states:DescribeExecution   | states execution:acme-prod-nightly-shop:e1  | may
    nightly shop | states:DescribeExecution   | states execution:acme-prod-nightly-billing-eu:e1 | may not
    nightly shop | states:StartExecution      | states stateMachine:acme-prod-nightly-shop  | may not
    scheduler    | states:StartExecution      | states stateMachine:acme-prod-nightly-shop  | may
    scheduler    | states:StartExecution      | states stateMachine:another                 | may not
    function     | sts:AssumeRole             | role caller shop                            | may
    function     | sts:AssumeRole             | role export shop                            | may not
    nightly shop | sts:AssumeRole             | role caller shop                            | may not
    nightly shop | sns:Subscribe              | sns acme-prod-alerts                        | may not
    function     | sns:Publish                | sns acme-prod-alerts                        | may not
    """)
    void steps(String who, String action, String what, String expected) {
        assertDecision(who, action, what, expected);
    }

    @ParameterizedTest(name = "{0} {3} {1} on {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
    caller shop | rds:StartExportTask      | arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:shop-db-2026-01-01-18-00 | may
    caller shop | rds:StartExportTask      | arn:aws:rds:ap-northeast-1:222222222222:snapshot:shop-db-before-release       | may
    caller shop | rds:StartExportTask      | arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:payroll-2026-01-01-18-00 | may not
    caller shop | rds:DescribeDBSnapshots  | arn:aws:rds:ap-northeast-1:222222222222:db:shop-db                            | may
    caller shop | rds:DescribeDBSnapshots  | arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:shop-db-2026             | may
    caller shop | rds:DescribeDBSnapshots  | arn:aws:rds:ap-northeast-1:222222222222:db:payroll                            | may not
    caller shop | rds:DescribeExportTasks  | *                                                                             | may
    caller shop | rds:DeleteDBSnapshot     | arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:shop-db-2026-01-01-18-00 | may not
    caller shop | rds:DeleteDBInstance     | arn:aws:rds:ap-northeast-1:222222222222:db:shop-db                            | may not
    caller shop | rds:RestoreDBInstanceFromDBSnapshot | arn:aws:rds:ap-northeast-1:222222222222:db:shop-db                 | may not
    caller shop | iam:PassRole             | role export shop                                                              | may
    caller shop | iam:PassRole             | role export billing                                                           | may not
    export shop | rds:StartExportTask      | arn:aws:rds:ap-northeast-1:222222222222:snapshot:rds:shop-db-2026-01-01-18-00 | may not
    """)
    void sourceAccount(String who, String action, String what, String expected) {
        assertDecision(who, action, what, expected);
    }

    static void assertDecision(String who, String action, String what, String expected) {
        Request request = Request.of(World.principal(who), action, World.resource(what));

        assertThat(World.policies().allows(request) ? "may" : "may not").isEqualTo(expected);
    }
}
