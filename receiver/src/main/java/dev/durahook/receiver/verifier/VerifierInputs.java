package dev.durahook.receiver.verifier;

import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.secret.Secrets;
import dev.durahook.receiver.verification.Freshness;

/**
 * The inputs from which a {@link Verifier} creates the check of one source.
 *
 * @param secrets the source's secrets, or the IDs by which the sender is recognised
 * @param freshness how old a delivery may be
 * @param externalKeys fetches and trusts keys
 */
public record VerifierInputs(Secrets secrets, Freshness freshness, ExternalKeys externalKeys) {}
