package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.Source;

/** Called for each delivery whose signature matches none of the source's secrets. */
@FunctionalInterface
interface MismatchListener {

    /** Must return at once, because the sender is waiting for the answer. */
    void note(Source source, Delivery delivery);
}
