package dev.durahook.receiver.provider;

import dev.durahook.receiver.delivery.Delivery;

/** Genuine deliveries of the providers whose certificate is fetched. */
public final class Deliveries {

    public static final String WEBHOOK = "96605875FF6516633";
    public static final String TOPIC = KeyProviders.TOPIC;

    private Deliveries() {}

    public static Delivery paypal() {
        return KeyProviders.paypal().sent(WEBHOOK).delivery();
    }

    public static Delivery sns() {
        return KeyProviders.sns("2").sent().delivery();
    }
}
