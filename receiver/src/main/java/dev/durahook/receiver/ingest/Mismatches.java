package dev.durahook.receiver.ingest;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.Source;

/** Is told of every delivery whose signature is none that any secret of its source gives. */
@FunctionalInterface
interface Mismatches {

    /** Returns at once: the sender waits. */
    void note(Source source, Delivery delivery);
}
