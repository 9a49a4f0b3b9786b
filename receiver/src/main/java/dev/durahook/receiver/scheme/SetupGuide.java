package dev.durahook.receiver.scheme;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.identity.DeliveriesLink;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Information for people who connect a provider. It is not used to verify deliveries; docs/providers.md is generated
 * from it.
 *
 * @param signed what is signed, in words, if the scheme has no signature rule that says so
 * @param setup where to enter the URL at the provider, and which secret to copy
 * @param identity further remarks on what identifies an event
 * @param redelivery when the provider delivers an event again, in words, in addition to the redelivery window or
 *     instead of it
 * @param timeout how long the provider waits for the answer
 * @param deliveries link to the provider's page about its deliveries, in which JSON pointers such as {/id} are replaced
 *     by values; there is no link if a value is missing
 */
public record SetupGuide(
        @Nullable String signed,
        @Nullable String setup,
        @Nullable String identity,
        @Nullable String redelivery,
        @Nullable Duration timeout,
        @Nullable String deliveries) {

    /**
     * Checks the timeout and the link.
     *
     * @throws InvalidRuleException if the timeout is not above zero, or the link is not valid
     */
    public SetupGuide {
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new InvalidRuleException("must have a timeout above zero: use a duration such as 10s");
        }
        if (deliveries != null) {
            DeliveriesLink.of(deliveries);
        }
    }
}
