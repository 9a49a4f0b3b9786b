package dev.durahook.receiver.handshake;

import dev.durahook.receiver.signature.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source declares of the handshakes it expects.
 *
 * @param keys the configuration key of the source, which refusals name
 * @param verifyToken the token that was entered at the provider, which holds for as long as its declaration says;
 *     {@code null} where none is declared
 * @param topics the topics that the source subscribed to, or the senders that it expects
 */
public record Expected(String keys, @Nullable Secrets verifyToken, List<String> topics) {

    public Expected {
        topics = List.copyOf(topics);
    }
}
