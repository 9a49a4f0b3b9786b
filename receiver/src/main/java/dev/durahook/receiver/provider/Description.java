package dev.durahook.receiver.provider;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.signature.HeaderElements;
import dev.durahook.receiver.signature.NotVerifiedException;

/** Says what a provider computes its signature over, for whoever compares it with what was sent. Never shows a secret. */
@FunctionalInterface
interface Description {

    /** Of a token that names the hash of the body. */
    Description HASH_OF_BODY = delivery -> "a token that names the SHA-256 of <body>";

    /** The content with what this delivery holds of it; body and secret by their names alone. */
    String of(Delivery delivery) throws NotVerifiedException;

    /** Of nothing that depends on the delivery. */
    static Description fixed(String text) {
        return delivery -> text;
    }

    /** The same with the value of a header behind it. */
    default Description and(String header) {
        return delivery -> of(delivery) + HeaderElements.single(delivery.headers(), header);
    }
}
