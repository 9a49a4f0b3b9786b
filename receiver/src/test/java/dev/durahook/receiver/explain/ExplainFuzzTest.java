package dev.durahook.receiver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.durahook.receiver.delivery.Delivery;

/**
 * Any captured text is read as a request, or refused with a remedy, and its variants can be written.
 *
 * <p>A normal build replays the inputs under {@code ExplainFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class ExplainFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void capture(byte[] sent) {
        try {
            Delivery delivery = Capture.of(sent).delivery();
            assertThat(delivery.body()).hasSizeLessThanOrEqualTo(sent.length);
            BodyVariants.of(delivery.body())
                    .forEach(body -> assertThat(body.name()).isNotEmpty());
            UrlVariants.of(delivery.url(), "http://localhost/webhooks/shop");
            UrlVariants.of("https://example.com/", delivery.url());
        } catch (InvalidCaptureException e) {
            assertThat(e).hasMessageStartingWith("the capture ");
        }
    }
}
