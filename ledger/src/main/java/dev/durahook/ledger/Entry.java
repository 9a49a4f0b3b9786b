package dev.durahook.ledger;

/**
 * The ledger's entry for an effect.
 *
 * @param isNew true if the work ran now; false if an earlier attempt had done the work, so that nothing was done now
 * @param result the text that the work returned when it ran; may be empty
 */
public record Entry(boolean isNew, String result) {}
