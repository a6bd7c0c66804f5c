package analysisplatform.local;

import analysisplatform.names.Names;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** What the source's nights put into CloudWatch within the last day. */
record PutMetrics(CloudWatchClient cloudWatch, String namespace) {

    static PutMetrics of(DeployedPlatform platform) {
        Names names = platform.names;
        return new PutMetrics(
                platform.clients.cloudWatch(), names.metricNamespace(platform.source));
    }

    OptionalDouble newest(String metric) {
        return points(metric).stream()
                .max(Comparator.comparing(Datapoint::timestamp))
                .map(point -> OptionalDouble.of(point.maximum()))
                .orElseGet(OptionalDouble::empty);
    }

    int count(String metric) {
        return points(metric).stream().mapToInt(point -> point.sampleCount().intValue()).sum();
    }

    Stream<Instant> times(String metric) {
        return points(metric).stream().map(Datapoint::timestamp);
    }

    private List<Datapoint> points(String metric) {
        Instant now = Instant.now();
        return cloudWatch
                .getMetricStatistics(
                        r ->
                                r.namespace(namespace)
                                        .metricName(metric)
                                        .startTime(now.minus(Duration.ofDays(1)))
                                        .endTime(now.plus(Duration.ofHours(1)))
                                        .period(60)
                                        .statistics(Statistic.MAXIMUM, Statistic.SAMPLE_COUNT))
                .datapoints();
    }
}
