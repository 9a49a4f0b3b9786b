package dev.durahook.receiver.source;

import dev.durahook.receiver.signature.InvalidRuleException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know who connects a provider. Nothing of it is used to verify; docs/providers.md is made of it.
 *
 * @param signed what is signed, in words, where no signature says it
 * @param setup where to click at the provider and which of its secrets to copy
 * @param identity what else is to be known of what names an event, in words
 * @param redelivery when the provider sends an event again, in words, where no window says it
 * @param timeout how long the provider waits for the answer
 * @param deliveries the provider's page that lists its deliveries, with JSON pointers such as {/id} in place of values;
 *     no link where one of them is missing
 */
public record Guide(
        @Nullable String signed,
        @Nullable String setup,
        @Nullable String identity,
        @Nullable String redelivery,
        @Nullable Duration timeout,
        @Nullable String deliveries) {

    public Guide {
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new InvalidRuleException("has a timeout of nothing: use a duration such as 10s");
        }
        if (deliveries != null) {
            DeliveriesLink.of(deliveries);
        }
    }
}
