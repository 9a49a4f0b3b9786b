package dev.durahook.reliability.load;

import dev.durahook.signing.Deliveries;
import dev.durahook.signing.ProviderDelivery;

/** The two providers of a run. Each signs as the provider of its scheme does. */
enum Sender {
    /** Signs the event's ID, and sends one event a delivery. */
    SHOP("shop", "standard-webhooks") {
        @Override
        ProviderDelivery sign(Message message, String url, String secret) {
            return Deliveries.of(scheme())
                    .withId(message.names().get(0))
                    .body(MessageBody.of(message))
                    .to(url)
                    .signedWith(secret);
        }
    },
    /** Sends several events a delivery. */
    BANK("bank", "gocardless") {
        @Override
        ProviderDelivery sign(Message message, String url, String secret) {
            return Deliveries.of(scheme()).body(MessageBody.of(message)).to(url).signedWith(secret);
        }
    };

    private final String source;
    private final String scheme;

    Sender(String source, String scheme) {
        this.source = source;
        this.scheme = scheme;
    }

    abstract ProviderDelivery sign(Message message, String url, String secret);

    String source() {
        return source;
    }

    String scheme() {
        return scheme;
    }
}
