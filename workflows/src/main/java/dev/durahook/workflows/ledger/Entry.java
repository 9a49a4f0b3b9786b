package dev.durahook.workflows.ledger;

/**
 * What the ledger holds of an effect.
 *
 * @param isNew whether the work ran now; if not, an earlier attempt did it and nothing was done
 * @param result what the work returned when it ran; empty if nothing
 */
public record Entry(boolean isNew, String result) {}
