package dev.durahook.receiver.handshake;

import dev.durahook.receiver.secret.Secrets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that a source declares for its handshakes.
 *
 * @param sourceKey the configuration key of the source, for messages
 * @param verifyToken the token that was entered at the provider, while it is valid; {@code null} if none is declared
 * @param topics the topics to which the source subscribed, or the senders that it accepts
 */
public record HandshakeSettings(String sourceKey, @Nullable Secrets verifyToken, List<String> topics) {

    public HandshakeSettings {
        topics = List.copyOf(topics);
    }
}
