package dev.durahook.receiver.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.AnchoredTrust;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.keys.https.Fetch;
import dev.durahook.receiver.keys.https.KeyServer;
import dev.durahook.receiver.keys.https.KeyServer.Answer;
import dev.durahook.receiver.provider.Deliveries;
import dev.durahook.receiver.provider.Keystore;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Undecided;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a delivery to a key on another host and back. Only the target of the address differs from production. */
class OverHttpsTest {

    private final Delivery paypal = Deliveries.paypal();
    private final Delivery sns = Deliveries.sns();

    @Test
    void aDeliveryOfPayPalIsVerified() throws Exception {
        try (KeyServer server = new KeyServer()) {
            server.on(
                    "/v1/notifications/certs/", Answer.of(200, Keystore.shared().pem("paypal")));
            assertThat(source("paypal", Deliveries.WEBHOOK, server).verify(paypal))
                    .isEqualTo(new Verified(0));
        }
    }

    @Test
    void aMessageOfSnsIsVerified() throws Exception {
        try (KeyServer server = new KeyServer()) {
            server.on(
                    "/SimpleNotificationService-",
                    Answer.of(200, Keystore.shared().pem("sns")));
            assertThat(source("aws-sns", Deliveries.TOPIC, server).verify(sns)).isEqualTo(new Verified(0));
        }
    }

    @Test
    void nothingIsDecidedWhileTheServerIsDown() throws Exception {
        KeyServer server = new KeyServer();
        Source source = source("aws-sns", Deliveries.TOPIC, server);
        server.close();
        assertThat(source.verify(sns)).isInstanceOf(Undecided.class);
    }

    private static Source source(String scheme, String secret, KeyServer server) {
        Fetch https = KeyServer.fetch();
        ExternalKeys externalKeys = new ExternalKeys(
                (address, json) -> https.of(server.address(address.getRawPath()), json),
                new AnchoredTrust(List.of(Keystore.shared().authority())));
        return Declaration.source(
                "shop: {scheme: " + scheme + ", secrets: ['" + secret + "']}", Declaration.NOW, externalKeys);
    }
}
