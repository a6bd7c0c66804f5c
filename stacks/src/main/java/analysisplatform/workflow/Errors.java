package analysisplatform.workflow;

import java.util.List;

/**
 * Names under which Step Functions reports errors. Those of the export function are its exceptions'
 * class names; a test holds both sides together.
 */
public final class Errors {

    private static final String EXPORT = "analysisplatform.export.";

    /** Five exports run in the source account; AWS allows no sixth. */
    public static final String EXPORT_LIMIT_REACHED = EXPORT + "ExportLimitReached";

    public static final String SERVICE_UNAVAILABLE = EXPORT + "ServiceUnavailable";
    public static final String ROLE_NOT_READY = EXPORT + "RoleNotReady";

    static final String LOCK_IS_HELD = "DynamoDB.ConditionalCheckFailedException";
    static final String CRAWLER_IS_RUNNING = "Glue.CrawlerRunningException";
    static final String NOT_IN_CATALOGUE = "Glue.EntityNotFoundException";
    static final String REFRESH_IS_KNOWN = "QuickSight.ResourceExistsException";
    static final String EXECUTION_IS_GONE = "Sfn.ExecutionDoesNotExistException";

    private static final double DOUBLING = 2.0;
    private static final double STEADY = 1.0;

    /**
     * Faults of the Lambda service itself, to be repeated as its guide recommends:
     * https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html
     */
    static final Retry LAMBDA =
            new Retry(
                    List.of(
                            "Lambda.ServiceException",
                            "Lambda.AWSLambdaException",
                            "Lambda.SdkClientException",
                            "Lambda.ClientExecutionTimeoutException",
                            "Lambda.TooManyRequestsException",
                            SERVICE_UNAVAILABLE,
                            ROLE_NOT_READY),
                    5,
                    4,
                    DOUBLING);

    /** Ten hours at five-minute intervals: somebody else's exports end in time. */
    static final Retry EXPORT_LIMIT = new Retry(List.of(EXPORT_LIMIT_REACHED), 300, 120, STEADY);

    static final Retry DYNAMODB =
            new Retry(
                    List.of(
                            "DynamoDB.ProvisionedThroughputExceededException",
                            "DynamoDB.RequestLimitExceeded",
                            "DynamoDB.InternalServerErrorException",
                            "DynamoDB.AmazonDynamoDBException",
                            "DynamoDB.SdkClientException"),
                    2,
                    5,
                    DOUBLING);

    static final Retry GLUE =
            new Retry(
                    List.of(
                            "Glue.ThrottlingException",
                            "Glue.InternalServiceException",
                            "Glue.OperationTimeoutException",
                            "Glue.ConcurrentModificationException",
                            "Glue.SdkClientException"),
                    2,
                    5,
                    DOUBLING);

    /** A crawler that somebody started by hand is waited for. */
    static final Retry CRAWLER_BUSY = new Retry(List.of(CRAWLER_IS_RUNNING), 30, 20, STEADY);

    static final Retry S3 =
            new Retry(List.of("S3.SdkClientException", "S3.S3Exception"), 2, 5, DOUBLING);

    static final Retry ATHENA =
            new Retry(
                    List.of(
                            "Athena.TooManyRequestsException",
                            "Athena.InternalServerException",
                            "Athena.AmazonAthenaException",
                            "Athena.SdkClientException"),
                    5,
                    6,
                    DOUBLING);

    static final Retry CLOUDWATCH =
            new Retry(
                    List.of(
                            "CloudWatch.InternalServiceException",
                            "CloudWatch.CloudWatchException",
                            "CloudWatch.SdkClientException"),
                    2,
                    4,
                    DOUBLING);

    static final Retry SNS =
            new Retry(
                    List.of(
                            "SNS.ThrottledException",
                            "SNS.InternalErrorException",
                            "SNS.AmazonSNSException",
                            "SNS.SdkClientException"),
                    2,
                    4,
                    DOUBLING);

    static final Retry STEP_FUNCTIONS =
            new Retry(List.of("Sfn.SdkClientException", "Sfn.SfnException"), 2, 4, DOUBLING);

    static final Retry QUICKSIGHT =
            new Retry(
                    List.of(
                            "QuickSight.ThrottlingException",
                            "QuickSight.InternalFailureException",
                            "QuickSight.SdkClientException"),
                    5,
                    5,
                    DOUBLING);

    /** Another source's refresh of the same data set may be running; ten minutes let it end. */
    static final Retry REFRESH_LIMIT =
            new Retry(List.of("QuickSight.LimitExceededException"), 60, 10, STEADY);

    private Errors() {}
}
