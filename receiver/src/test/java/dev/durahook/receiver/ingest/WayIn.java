package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.http.body.BodyReaders;
import dev.durahook.receiver.ingest.record.DeliveryRecord;
import dev.durahook.receiver.ingest.record.MismatchListener;
import dev.durahook.receiver.ingest.record.SummaryLog;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.Sources;
import dev.durahook.workflows.remote.RemoteQueues;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The whole way from a request to its answer, without a server, and with a store that counts instead of Temporal. */
public final class WayIn {

    private static final Set<Integer> NOT_LET_IN = Set.of(401);

    private static @Nullable WayIn latest;

    private final Source source;
    private final FakeStore store = new FakeStore();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WebhookServlet servlet;

    /** The way in to one source. */
    public WayIn(Source source) {
        this(source, (mismatched, delivery) -> {});
    }

    /** The same way in with a listener for wrong signatures. */
    public WayIn(Source source, MismatchListener mismatches) {
        this.source = source;
        servlet = new WebhookServlet(
                new Sources(List.of(source)),
                new Ingestion(new DeliveryStorage(store, new RemoteQueues(Map.of()), Declaration.NOW), mismatches),
                BodyReaders.PATIENT,
                new DeliveryRecord(meters, new SummaryLog(task -> {})),
                false);
        // Tests send tens of thousands of requests.
        ((Logger) LoggerFactory.getLogger("dev.durahook.receiver.deliveries")).setLevel(Level.INFO);
    }

    // Tests send thousands of forged requests to one source, and to make a way takes longer than to refuse a request.
    private static WayIn to(Source source) {
        WayIn way = latest;
        if (way == null || way.source != source) {
            way = new WayIn(source);
            latest = way;
        }
        return way;
    }

    /** Checks that a delivery is answered 401, and that nothing of it is sent to Temporal. */
    public static void refuses(Source source, Delivery delivery) {
        refuses(source, delivery, NOT_LET_IN);
    }

    /** The same way in with other refusals before those of the source. */
    public static void refuses(Source source, Delivery delivery, Set<Integer> statuses) {
        WayIn way = to(source);
        assertThat(way.post(delivery).getStatus()).isIn(statuses);
        assertThat(way.store.calls).as("events sent to Temporal").isZero();
    }

    /** The answer to a delivery. */
    public MockHttpServletResponse post(Delivery delivery) {
        return post("shop", delivery);
    }

    /** The answer to a delivery to the source of this name. */
    public MockHttpServletResponse post(String name, Delivery delivery) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            servlet.service(request(name, delivery), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    /** How many events were sent to Temporal. */
    public int stored() {
        return store.calls;
    }

    /** The reasons by which deliveries are counted. */
    public List<String> reasons() {
        return meters.find("durahook.deliveries").timers().stream()
                .map(timer -> timer.getId().getTag("reason"))
                .toList();
    }

    /** The number of series of the deliveries' metric. */
    public int series() {
        return meters.find("durahook.deliveries").timers().size();
    }

    private static MockHttpServletRequest request(String source, Delivery delivery) {
        // The query is split off before the URI is parsed, because a query need not be valid in a URI.
        String[] parts = delivery.url().split("[?]", 2);
        URI url = URI.create(parts[0]);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", url.getRawPath());
        request.setPathInfo("/" + source);
        request.setScheme(url.getScheme());
        request.setServerName(url.getHost());
        request.setServerPort(url.getPort() < 0 ? 80 : url.getPort());
        request.setQueryString(parts.length == 1 ? null : parts[1]);
        for (String name : delivery.headers().names()) {
            delivery.headers().all(name).forEach(value -> request.addHeader(name, value));
        }
        request.setContent(delivery.body());
        return request;
    }
}
