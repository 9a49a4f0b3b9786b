package dev.durahook.receiver.provider;

import dev.durahook.receiver.keys.Outside;
import dev.durahook.receiver.signature.Freshness;
import dev.durahook.receiver.signature.Secrets;

/**
 * What a source's check is made of.
 *
 * @param secrets what the source and the provider share, or what the provider is known by
 * @param freshness how old a delivery may be
 * @param outside where keys are fetched from
 */
public record Parts(Secrets secrets, Freshness freshness, Outside outside) {}
