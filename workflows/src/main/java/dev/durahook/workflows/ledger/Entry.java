package dev.durahook.workflows.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What the ledger holds of an effect.
 *
 * @param isNew whether the work ran now; if not, an earlier attempt did it and nothing was done
 * @param result what the work returned when it ran
 */
public record Entry(boolean isNew, @Nullable String result) {}
