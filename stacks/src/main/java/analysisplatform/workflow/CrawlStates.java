package analysisplatform.workflow;

import static analysisplatform.workflow.Tasks.ordered;

import analysisplatform.config.Platform.Crawls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From Parquet in the quarantine to raw tables: the crawler is pointed at this export and awaited.
 */
final class CrawlStates {

    static final String START = "Is there anything to crawl?";

    private static final String POINT = "Point the crawler at the export";
    private static final String CRAWL = "Start the crawler";
    private static final String LOOK = "Look at the crawler";
    private static final String HAS_ENDED = "Has the crawl ended?";
    private static final String CRAWL_FAILED = "The crawl failed";
    private static final String TOO_LONG = "The crawl took too long";

    private final Night night;

    CrawlStates(Night night) {
        this.night = night;
    }

    List<State> states(String next) {
        List<State> states = new ArrayList<>();
        states.add(
                State.choice(START)
                        .when(
                                ordered("Variable", Data.CRAWL_TARGETS + "[0]", "IsPresent", true),
                                POINT)
                        .otherwise(next));
        states.addAll(start());
        states.addAll(await(next));
        return states;
    }

    private List<State> start() {
        String crawler = night.names().crawler(night.source());
        List<State> states = new ArrayList<>();
        states.addAll(
                guarded(
                        Tasks.glue(
                                        POINT,
                                        "updateCrawler",
                                        ordered(
                                                "Name",
                                                crawler,
                                                "Targets",
                                                Map.of("S3Targets.$", Data.CRAWL_TARGETS)))
                                .retry(Errors.CRAWLER_BUSY, Errors.GLUE)
                                .discardResult()
                                .next(CRAWL)));
        states.addAll(
                guarded(
                        Tasks.glue(CRAWL, "startCrawler", ordered("Name", crawler))
                                .comment(
                                        "One that runs now was started for this export: a running crawler cannot be pointed anywhere.")
                                .discardResult()
                                .onError(Errors.CRAWLER_IS_RUNNING, looks().start())
                                .next(looks().start())));
        return states;
    }

    private List<State> await(String next) {
        Looks looks = looks();
        List<State> states = new ArrayList<>();
        states.add(looks.allow(looks.pause()));
        states.addAll(
                guarded(
                        Tasks.glue(
                                        LOOK,
                                        "getCrawler",
                                        ordered("Name", night.names().crawler(night.source())))
                                .select(Map.of("crawler.$", "$.Crawler"))
                                .into("$.crawl")
                                .next(HAS_ENDED)));
        states.add(
                State.choice(HAS_ENDED)
                        .when(
                                Map.of(
                                        "And",
                                        List.of(
                                                isReady(),
                                                ordered(
                                                        "Variable",
                                                        Data.CRAWLER + ".LastCrawl.Status",
                                                        "StringEquals",
                                                        "SUCCEEDED"))),
                                next)
                        .when(isReady(), CRAWL_FAILED)
                        .when(looks.areLeft(), looks.again())
                        .otherwise(TOO_LONG));
        states.addAll(looks.repeat(LOOK));
        states.add(crawlFailed());
        states.add(
                Failures.found(
                        TOO_LONG,
                        "CrawlTimedOut",
                        "The crawler was still running after %d minutes."
                                .formatted(looks.timeoutMinutes()),
                        FailureStates.AFTER_FAILURE));
        return states;
    }

    private Looks looks() {
        Crawls crawls = night.environment().platform().crawls();
        return new Looks("the crawler", crawls.pollSeconds(), crawls.timeoutMinutes());
    }

    private static State crawlFailed() {
        return State.pass(CRAWL_FAILED)
                .parameters(
                        ordered(
                                "step",
                                CRAWL_FAILED,
                                "details",
                                ordered(
                                        "Error",
                                        "CrawlFailed",
                                        "Cause.$",
                                        "States.JsonToString(" + Data.CRAWLER + ".LastCrawl)")))
                .into("$.failure")
                .next(FailureStates.AFTER_FAILURE);
    }

    private static Map<String, Object> isReady() {
        return ordered("Variable", Data.CRAWLER + ".State", "StringEquals", "READY");
    }

    private static List<State> guarded(State state) {
        return Failures.guarded(state, FailureStates.AFTER_FAILURE);
    }
}
