package dev.durahook.receiver.ingest.record;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.Source;

/** Called for each delivery whose signature matches no secret of the source. */
@FunctionalInterface
public interface MismatchListener {

    /** Must return at once, because the sender is waiting for the answer. */
    void note(Source source, Delivery delivery);
}
