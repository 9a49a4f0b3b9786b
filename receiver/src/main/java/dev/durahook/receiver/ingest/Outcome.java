package dev.durahook.receiver.ingest;

import dev.durahook.receiver.handshake.Handshake.Answered;

/** What became of a request that was no problem. */
sealed interface Outcome permits Receipts, Outcome.Handshaken {

    /** It was no delivery, but a step of a handshake. Nothing was stored. */
    record Handshaken(Answered handshake) implements Outcome {}
}
