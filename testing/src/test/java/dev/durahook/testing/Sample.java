package dev.durahook.testing;

import dev.durahook.receiver.scheme.Scheme;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A delivery of a scheme whose id and type are told, where the provider has any. */
record Sample(String name) {

    private static final String ID = "evt00000001";

    static final String SNS = "aws-sns";

    /** As it is before it is signed. */
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

    TestDelivery signed(String secret) {
        return signed(builder(), secret);
    }

    TestDelivery signed() {
        return signed(builder());
    }

    TestDelivery signed(DeliveryBuilder builder) {
        return scheme().signing().isUnsigned() ? builder.unsigned() : signed(builder, Receiving.secret(name));
    }

    Scheme scheme() {
        return Receiving.scheme(name);
    }

    boolean hasId() {
        return !Place.ofId(scheme()).isNone();
    }

    boolean hasType() {
        return !scheme().type().pointer().isEmpty() || !scheme().type().header().isEmpty();
    }

    // Where the type is a part of the id, it can't be another.
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

    private static TestDelivery signed(DeliveryBuilder builder, String secret) {
        return builder.signedWith(secret, Receiving.KEYS);
    }
}
