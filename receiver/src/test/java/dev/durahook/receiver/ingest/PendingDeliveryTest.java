package dev.durahook.receiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.http.body.BodyFailure;
import dev.durahook.receiver.http.exchange.Exchange;
import dev.durahook.receiver.ingest.record.DeliveryRecord;
import dev.durahook.receiver.ingest.record.SummaryLog;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.testsupport.LogLines;
import dev.durahook.workflows.remote.RemoteQueues;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The answers to deliveries whose bodies could not be read. */
class PendingDeliveryTest {

    @RegisterExtension
    final LogLines lines = LogLines.of("dev.durahook.receiver");

    /** The alert about large bodies would have the operator take memory from the rest of the heap. */
    @Test
    void bodyWithoutMemoryIsAFaultOfTheReceiver() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        pending(response).failed(BodyFailure.NO_MEMORY);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString()).contains("urn:durahook:problem:receiver-failed");
        assertThat(lines.messages()).anyMatch(line -> line.contains("Java has no memory for the body"));
    }

    private static WebhookServlet.PendingDelivery pending(MockHttpServletResponse response) throws Exception {
        Exchange exchange = Exchange.of(new MockHttpServletRequest(), response);
        DeliveryRecord deliveries = new DeliveryRecord(new SimpleMeterRegistry(), new SummaryLog(task -> {}));
        DeliveryStorage storage = new DeliveryStorage(new FakeStore(), new RemoteQueues(Map.of()), Declaration.NOW);
        return new WebhookServlet.PendingDelivery(
                DeliveryResponse.begin(exchange, "acme", deliveries),
                new Ingestion(storage, (mismatched, delivery) -> {}),
                new FakeSource("acme", false),
                new Delivery("", Headers.of(Map.of()), new byte[0]));
    }
}
