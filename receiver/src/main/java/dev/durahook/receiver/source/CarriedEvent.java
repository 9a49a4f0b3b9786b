package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * An event that a delivery carries.
 *
 * @param identity who it is
 * @param delivery the request, with the event's own bytes as its body: a part of what was sent and verified, or all of
 *     it
 * @param position its place among the events of the delivery, counted from 0; {@code null} where a delivery is one event
 */
public record CarriedEvent(
        IdentifiedEvent identity,
        Delivery delivery,
        @Nullable Integer position) {}
