package dev.durahook.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.signing.event.SampleIndex;
import dev.durahook.signing.event.SampleIndex.IndexedSample;
import dev.durahook.workflows.EventType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example is an event that its provider could have sent. */
class SamplesTest {

    private static final Path FILES = Path.of("src/main/resources/dev/durahook/signing/event/samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<IndexedSample> samples() {
        return SampleIndex.LOADED.samples();
    }

    @Test
    void mostUsedSamplesExist() {
        assertThat(Deliveries.examples("stripe"))
                .contains(
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "invoice.paid",
                        "checkout.session.completed",
                        "customer.subscription.updated");
        assertThat(Deliveries.examples("github")).contains("push", "pull_request", "issues");
        assertThat(Deliveries.examples("shopify")).contains("orders/create");
        assertThat(Deliveries.examples("slack")).contains("app_mention", "message");
        assertThat(Deliveries.examples("salesforce")).contains("Opportunity");
        assertThat(Deliveries.examples("vercel")).isEmpty();
    }

    @Test
    void everyFileIsInTheIndex() throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> FILES.relativize(file).toString().replace('\\', '/'))
                            .filter(file -> !file.equals("index.txt")))
                    .containsExactlyInAnyOrderElementsOf(samples().stream()
                            .map(IndexedSample::file)
                            .distinct()
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isVerifiedAndHasItsIdAndTypeWhereTheReceiverReadsThem(IndexedSample sample) throws Exception {
        ExtractedEvent event = event(sample, builder(sample));

        assertThat(event.missingParts()).isEmpty();
        assertThat(event.type()).isEqualTo(EventType.of(sample.scheme(), sample.type()));
        assertThat(event.namedBy()).isNotEqualTo(NamedBy.DELIVERY);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isAnotherEventEachTime(IndexedSample sample) throws Exception {
        assertThat(event(sample, builder(sample)).id())
                .isNotEqualTo(event(sample, builder(sample)).id());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isJsonOrXmlWithoutAnythingLeftToFillIn(IndexedSample sample) throws Exception {
        byte[] body = signed(sample, builder(sample)).body();

        assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContainPattern("\\{[a-z]+}");
        if (body[0] == '<') {
            DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(body));
        } else {
            assertThat(JSON.readTree(body).size()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void hasNothingThatItsProviderNeverSends(IndexedSample sample) {
        assertThat(new String(signed(sample, builder(sample)).body(), StandardCharsets.UTF_8))
                .doesNotContain("test_delivery");
    }

    private static DeliveryBuilder builder(IndexedSample sample) {
        return Deliveries.of(sample.scheme())
                .withType(sample.type())
                .to(Receiving.URL)
                .at(Receiving.NOW);
    }

    private static ProviderDelivery signed(IndexedSample sample, DeliveryBuilder builder) {
        return new Sample(sample.scheme()).signed(builder);
    }

    private static ExtractedEvent event(IndexedSample sample, DeliveryBuilder builder) throws Exception {
        Source source = Receiving.source(sample.scheme());
        var delivery = signed(sample, builder).toDelivery();
        Verified verified = (Verified)
                assertThat(source.verify(delivery)).isInstanceOf(Verified.class).actual();
        List<ExtractedEvent> events = source.events(verified.of(delivery));
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
