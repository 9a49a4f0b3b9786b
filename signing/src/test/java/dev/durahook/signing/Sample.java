package dev.durahook.signing;

import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.signing.event.EventField;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A delivery of a scheme with a given id and type, if the provider has them. */
record Sample(String name) {

    private static final String ID = "evt00000001";

    static final String SNS = "aws-sns";

    /** The delivery before it is signed. */
    DeliveryBuilder builder() {
        DeliveryBuilder builder = Deliveries.of(name).to(Receiving.URL).at(Receiving.NOW);
        if (hasId()) {
            builder.withId(id());
        }
        if (hasType()) {
            builder.withType(type());
        }
        return builder;
    }

    ProviderDelivery signed(String secret) {
        return signed(builder(), secret);
    }

    ProviderDelivery signed() {
        return signed(builder());
    }

    ProviderDelivery signed(DeliveryBuilder builder) {
        return scheme().signing().isUnsigned() ? builder.unsigned() : signed(builder, Receiving.secret(name));
    }

    Scheme scheme() {
        return Receiving.scheme(name);
    }

    boolean hasId() {
        return !EventField.ofId(scheme()).isNone();
    }

    boolean hasType() {
        return !scheme().type().pointer().isEmpty() || !scheme().type().header().isEmpty();
    }

    // If the type is a part of the id, that part of the id must be the type.
    String id() {
        List<String> pointers = scheme().id().pointer();
        int parts = scheme().id().parts().size();
        if (parts > 1) {
            return String.join(":", Collections.nCopies(parts, ID));
        }
        return pointers.size() < 2
                ? ID
                : pointers.stream()
                        .map(pointer -> scheme().type().pointer().contains(pointer) ? type() : ID)
                        .collect(Collectors.joining(":"));
    }

    // Amazon SNS has types of its own.
    String type() {
        return name.equals(SNS) ? "Notification" : "order.paid";
    }

    private static ProviderDelivery signed(DeliveryBuilder builder, String secret) {
        return builder.signedWith(secret, Receiving.KEYS);
    }
}
