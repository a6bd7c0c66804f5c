package analysisplatform.names;

/** Addresses of pages in the AWS console. */
public final class ConsoleLink {

    private ConsoleLink() {}

    /** An execution's page, before its ARN. */
    public static String executions(Names names) {
        return "https://%1$s.console.aws.amazon.com/states/home?region=%1$s#/v2/executions/details/"
                .formatted(names.region());
    }
}
