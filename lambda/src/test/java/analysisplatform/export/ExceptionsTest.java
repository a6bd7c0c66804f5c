package analysisplatform.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The state machine and the alarms know these names; a rename would silently disarm them. */
class ExceptionsTest {

    @Test
    void retryableFailuresKeepTheirNames() {
        assertThat(names(RetryableException.class))
                .containsExactly(
                        "analysisplatform.export.ExportLimitReached",
                        "analysisplatform.export.RoleNotReady",
                        "analysisplatform.export.ServiceUnavailable");
    }

    @Test
    void finalFailuresKeepTheirNames() {
        assertThat(names(FinalException.class))
                .containsExactly(
                        "analysisplatform.export.AccessRefused",
                        "analysisplatform.export.EvidenceUnreadable",
                        "analysisplatform.export.ExportCanceled",
                        "analysisplatform.export.ExportFailed",
                        "analysisplatform.export.ExportIncomplete",
                        "analysisplatform.export.InvalidRequest",
                        "analysisplatform.export.RunIsPublished",
                        "analysisplatform.export.SnapshotNotFound",
                        "analysisplatform.export.SnapshotTooOld");
    }

    @Test
    void everyFailureIsEitherRetryableOrFinal() {
        assertThat(names(ExportException.class))
                .containsExactly(
                        "analysisplatform.export.FinalException",
                        "analysisplatform.export.RetryableException");
    }

    @Test
    void noFailureCarriesAStackTraceIntoTheMail() {
        SdkClientException cause = SdkClientException.create("Connection reset");

        assertThat(new ExportFailed("Export e1 failed.").getStackTrace()).isEmpty();
        assertThat(new ServiceUnavailable("Could not list.", cause))
                .hasCause(cause)
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]);
    }

    private static TreeSet<String> names(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
