package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.extraction.MediaTypes;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.util.MimeType;

/**
 * Any request of a stranger gets a verdict, and any delivery of a genuine sender is an event or a 400.
 *
 * <p>A normal build replays the inputs under {@code SourceFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class SourceFuzzTest {

    private static final CatalogueSources CATALOGUE = new CatalogueSources();
    private static final MediaTypes JSON =
            new MediaTypes(List.of(MimeType.valueOf("application/json"), MimeType.valueOf("application/*+json")));

    @FuzzTest(maxDuration = "5m")
    void request(byte[] sent) {
        HostileRequest request = new HostileRequest(sent);
        CatalogueSources.Entry scheme = CATALOGUE.named(request.line());
        Delivery delivery = request.delivery(scheme.headers());
        assertThat(scheme.source().verify(delivery)).isInstanceOf(Rejected.class);
        assertThat(scheme.source().keptHeaders(delivery)).doesNotContainKey("authorization");
        Readable.check(scheme.source(), delivery);
    }

    @FuzzTest(maxDuration = "5m")
    void mediaType(byte[] sent) {
        String type = new String(sent, StandardCharsets.ISO_8859_1);
        if (JSON.accept(type)) {
            assertThat(type).containsIgnoringCase("json");
        }
    }
}
