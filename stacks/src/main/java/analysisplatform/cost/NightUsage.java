package analysisplatform.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one night used, all sources together.
 *
 * @param snapshotGigabytes of all exported snapshots; a partial export is billed like a whole one
 * @param queries of the pipeline, not of analysts
 * @param s3Requests writes, lists and tags
 */
public record NightUsage(
        BigDecimal snapshotGigabytes,
        List<Queries> queries,
        long stateTransitions,
        BigDecimal lambdaGigabyteSeconds,
        long lambdaRequests,
        Crawls crawls,
        long s3Requests,
        long kmsRequests,
        long dynamoDbWrites) {

    public NightUsage {
        queries = List.copyOf(queries);
        Quantities.notNegative("snapshot gigabytes", snapshotGigabytes);
        Quantities.notNegative("state transitions", stateTransitions);
        Quantities.notNegative("Lambda gigabyte-seconds", lambdaGigabyteSeconds);
        Quantities.notNegative("Lambda requests", lambdaRequests);
        Quantities.notNegative("S3 requests", s3Requests);
        Quantities.notNegative("KMS requests", kmsRequests);
        Quantities.notNegative("DynamoDB writes", dynamoDbWrites);
    }

    List<Charge> charges() {
        return Stream.of(
                        Charge.of(
                                Item.RDS_EXPORT,
                                snapshotGigabytes,
                                "the whole snapshot, whatever tables are wanted"),
                        Charge.of(
                                        Item.ATHENA_SCAN,
                                        queries.stream()
                                                .map(Queries::billedMegabytes)
                                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                                        "at least 10 MB a query; views are free")
                                .called("Athena, nightly run"),
                        Charge.of(
                                Item.GLUE_CRAWLER,
                                crawls.billedDpuMinutes(),
                                "2 DPU, at least 10 minutes a crawl"),
                        Charge.of(Item.STATE_TRANSITION, stateTransitions),
                        Charge.of(Item.LAMBDA_DURATION, lambdaGigabyteSeconds),
                        Charge.of(Item.LAMBDA_REQUEST, lambdaRequests),
                        Charge.of(Item.S3_REQUEST, s3Requests),
                        Charge.of(Item.KMS_REQUEST, kmsRequests),
                        Charge.of(Item.DYNAMODB_WRITE, dynamoDbWrites))
                .filter(Charge::isUsed)
                .toList();
    }
}
