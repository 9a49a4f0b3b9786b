package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.Sources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Whatever a stranger requests gets one of the answers, and none of it is stored.
 *
 * <p>A normal build replays the inputs under {@code IngestFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class IngestFuzzTest {

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 404, 405, 413, 415, 431);
    private static final Source SOURCE = Declaration.source(
            "shop: {scheme: stripe, secrets: [whsec_x], max-body-size: 1KB, media-types: [application/json]}");

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.durahook.receiver.deliveries");

    private final FakeStore store = new FakeStore();
    private final WebhookServlet servlet = new WebhookServlet(
            new Sources(List.of(SOURCE)),
            new Ingestion(new Storing(store, Declaration.NOW)),
            new DeliveryRecord(new SimpleMeterRegistry()));

    @BeforeAll
    static void doNotLogEveryDelivery() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(null);
    }

    @FuzzTest(maxDuration = "5m")
    void request(byte[] sent) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        servlet.service(request(new String(sent, StandardCharsets.ISO_8859_1)), response);
        assertThat(response.getStatus()).isIn(REFUSALS);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(store.calls).isZero();
    }

    /** As it is written in HTTP. */
    private static MockHttpServletRequest request(String text) throws IOException {
        String[] headAndBody = text.split("\r?\n\r?\n", 2);
        String[] head = headAndBody[0].split("\r?\n");
        MockHttpServletRequest request = requestLine(head[0].split(" ", 2));
        for (int i = 1; i < head.length; i++) {
            String[] header = head[i].split(": ?", 2);
            if (header.length == 2 && !header[0].isEmpty()) {
                request.addHeader(header[0], header[1]);
            }
        }
        request.setContent((headAndBody.length == 2 ? headAndBody[1] : "").getBytes(StandardCharsets.ISO_8859_1));
        return request;
    }

    private static MockHttpServletRequest requestLine(String[] words) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        String[] target = (words.length == 2 ? words[1] : "shop").split("\\?", 2);
        request.setMethod(words[0]);
        request.setRequestURI("/webhooks/" + target[0]);
        request.setPathInfo("/" + target[0]);
        request.setQueryString(target.length == 2 ? target[1] : null);
        return request;
    }
}
