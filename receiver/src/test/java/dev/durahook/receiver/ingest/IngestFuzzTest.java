package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.durahook.receiver.http.body.BodyReaders;
import dev.durahook.receiver.ingest.record.DeliveryRecord;
import dev.durahook.receiver.ingest.record.SummaryLog;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.Sources;
import dev.durahook.workflows.remote.RemoteQueues;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Any request of a stranger gets one of the documented answers, and nothing of it is stored.
 *
 * <p>A normal build replays the inputs under {@code IngestFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class IngestFuzzTest {

    private static final Set<Integer> REFUSALS = Set.of(400, 401, 404, 405, 413, 415, 431);
    private static final Set<Integer> ANSWERS = Set.of(200, 204, 400, 401, 404, 405, 413, 415, 431, 503);

    /** Neither markup nor the end of a header. */
    private static final String REPEATABLE = "[A-Za-z0-9 ._~+/=:,@!();|{}\"'-]*";

    private static final Pattern HOST = Pattern.compile("([a-zA-Z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,4})?");

    private static final Set<String> FORWARDED =
            Set.of("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via");

    private static final Source UNSIGNED = Declaration.source("shop: {scheme: none}");
    private static final List<Source> HANDSHAKING = handshaking();
    private static final Source SOURCE = Declaration.source(
            "shop: {scheme: stripe, secrets: [whsec_x], max-body-size: 1KB, media-types: [application/json]}");

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.durahook.receiver.deliveries");

    private final FakeStore store = new FakeStore();
    private final WebhookServlet servlet = servlet(store, List.of(SOURCE));
    private final WebhookServlet handshaking = servlet(store, HANDSHAKING);
    private final WebhookServlet unsigned = servlet(store, List.of(UNSIGNED));

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

    /** A request to a source of any scheme with a handshake, by the scheme's name. */
    @FuzzTest(maxDuration = "5m")
    void handshake(byte[] sent) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        handshaking.service(request(new String(sent, StandardCharsets.ISO_8859_1)), response);
        assertThat(response.getStatus()).isIn(ANSWERS);
        assertThat(response.getContentAsString()).matches(REPEATABLE);
        response.getHeaderNames()
                .forEach(name -> assertThat(response.getHeader(name)).matches(REPEATABLE));
        assertThat(store.calls).isZero();
    }

    /** A request to a source without a signature, which is for this machine alone. */
    @FuzzTest(maxDuration = "5m")
    void origin(byte[] sent) throws Exception {
        MockHttpServletRequest request = request(new String(sent, StandardCharsets.ISO_8859_1));
        unsigned.service(request, new MockHttpServletResponse());
        if (store.calls > 0) {
            store.calls = 0;
            assertThat(Collections.list(request.getHeaderNames()))
                    .noneMatch(name -> FORWARDED.contains(name.toLowerCase(Locale.ROOT)));
            assertThat(request.getServerName()).isIn("localhost", "127.0.0.1", "[::1]");
        }
    }

    private static List<Source> handshaking() {
        return Schemes.load().names().stream()
                .filter(name ->
                        !Schemes.load().named(name).orElseThrow().handshakes().isEmpty())
                .map(IngestFuzzTest::handshaking)
                .toList();
    }

    private static Source handshaking(String scheme) {
        Scheme row = Schemes.load().named(scheme).orElseThrow();
        boolean hasToken = row.handshakes().stream().anyMatch(rule -> rule.token() != null);
        String token = hasToken ? ", verify-token: shown" : "";
        String topics = row.handshakes().stream().anyMatch(rule -> rule.topic() != null) ? ", topics: [feed]" : "";
        String url = scheme.equals("trello") ? ", public-url: 'https://example.com/'" : "";
        String guard = scheme.equals("strava") ? ", guarded-by: secret-url" : "";
        return Declaration.source("%s: {scheme: %s, secrets: ['%s']%s%s%s%s}"
                .formatted(scheme, scheme, secret(scheme), token, topics, url, guard));
    }

    private static String secret(String scheme) {
        return switch (scheme) {
            case "discord" -> "3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29";
            case "braintree" -> "public|private";
            default -> "It is a secret";
        };
    }

    private static WebhookServlet servlet(FakeStore store, List<Source> sources) {
        return new WebhookServlet(
                new Sources(sources),
                new Ingestion(
                        new DeliveryStorage(store, new RemoteQueues(Map.of()), Declaration.NOW),
                        (source, delivery) -> {}),
                BodyReaders.PATIENT,
                new DeliveryRecord(new SimpleMeterRegistry(), new SummaryLog(task -> {})),
                false);
    }

    /** The header as HTTP writes it. */
    private static MockHttpServletRequest request(String text) throws IOException {
        String[] headAndBody = text.split("\r?\n\r?\n", 2);
        String[] head = headAndBody[0].split("\r?\n", -1);
        MockHttpServletRequest request = requestLine(head[0].split(" ", 2));
        for (int i = 1; i < head.length; i++) {
            String[] header = head[i].split(": ?", 2);
            if (header.length == 2 && !header[0].isEmpty() && isLetThrough(header[0], header[1])) {
                request.addHeader(header[0], header[1]);
            }
        }
        request.setContent((headAndBody.length == 2 ? headAndBody[1] : "").getBytes(StandardCharsets.ISO_8859_1));
        return request;
    }

    // The server itself answers a request without a host.
    private static boolean isLetThrough(String name, String value) {
        return !name.equalsIgnoreCase("Host") || HOST.matcher(value).matches();
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
