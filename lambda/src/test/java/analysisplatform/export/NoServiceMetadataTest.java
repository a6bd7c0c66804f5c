package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/** The SDK's own table is on the class path here; only the packaged function goes without it. */
class NoServiceMetadataTest {

    @ParameterizedTest
    @ValueSource(strings = {"rds", "sts", "s3"})
    void theTableSaysNothingThatTheSdkWouldNotAssumeWithoutIt(String service) {
        ServiceMetadata entry = ServiceMetadata.of(service);
        ServiceMetadata assumed = ServiceMetadata.of("a-service-without-an-entry");

        assertThat(new NoServiceMetadata().serviceMetadata(service)).isNull();
        assertThat(Region.regions())
                .filteredOn(region -> !region.isGlobalRegion())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        region ->
                                assertThat(assumed.signingRegion(region))
                                        .isEqualTo(entry.signingRegion(region))
                                        .isEqualTo(region));
    }
}
