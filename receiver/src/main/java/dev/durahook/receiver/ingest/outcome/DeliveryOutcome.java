package dev.durahook.receiver.ingest.outcome;

import dev.durahook.receiver.handshake.HandshakeResult.Answered;

/** The result of a request that was not refused: stored events or an answered handshake. */
public sealed interface DeliveryOutcome permits Receipts, DeliveryOutcome.Handshaken {

    /** The request was a step of a handshake. Nothing was stored. */
    record Handshaken(Answered handshake) implements DeliveryOutcome {}
}
