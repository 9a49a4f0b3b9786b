package dev.durahook.receiver.source;

import dev.durahook.workflows.TaskQueues;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;

/**
 * A sender, declared under {@code durahook.sources.<name>}. Deliveries go to {@code /webhooks/<name>}.
 *
 * @param scheme how the sender signs: a name of the catalogue such as github, hmac for a scheme of your own under
 *     hmac, or none for a sender on this machine that does not sign
 * @param secrets the secrets shared with the sender, as its dashboard shows them; several while one replaces another.
 *     Each a text, or value or file with name, not-before, not-after and overlap
 * @param secretFiles files that hold one secret each; read again when they change, without a restart
 * @param tolerance how far a signed timestamp may lie in the past or in the future; by default what the scheme says
 * @param publicUrl the URL of this source, exactly as it was entered at the sender; for schemes that sign it
 * @param guardedBy what verifies the sender in front of this source, where its scheme can't: mutual-tls, address-list or
 *     secret-url
 * @param verifyToken the token that was entered at the sender, which it shows when it makes sure of this address
 * @param topics the topics that this source subscribed to, for senders that ask before they send: URLs of WebSub,
 *     ARNs of Amazon SNS; or the names of the senders that may send, for CloudEvents
 * @param maxBodySize the largest body the sender may send; more than 2000000B does not fit into Temporal
 * @param taskQueue the task queue of the sender's workflows
 * @param mediaTypes the media types the sender may send, such as application/json; any if empty
 * @param headers further headers that travel with the event; never one that carries a signature or a credential. One that
 *     ends in a star, such as ce-*, stands for all that begin so
 * @param id what names an event, instead of what the scheme says; must be given where the scheme fits many senders:
 *     bearer, basic, api-key and hmac
 * @param type where an event's type is, instead of where the scheme says
 * @param hmac a scheme of your own, in the words of a row of schemes.yml; for scheme: hmac
 */
public record SourceProperties(
        @Nullable String scheme,
        @DefaultValue List<DeclaredSecret> secrets,
        @DefaultValue List<String> secretFiles,
        @Nullable Duration tolerance,
        @Nullable String publicUrl,
        @Nullable Guard guardedBy,
        @Nullable DeclaredSecret verifyToken,
        @DefaultValue List<String> topics,
        @DefaultValue("2000000B") DataSize maxBodySize,
        @DefaultValue(TaskQueues.DEFAULT) String taskQueue,
        @DefaultValue List<MimeType> mediaTypes,
        @DefaultValue List<String> headers,
        @Nullable IdRule id,
        @Nullable TypeRule type,
        @Nullable Scheme hmac) {

    public SourceProperties {
        secrets = List.copyOf(secrets);
        secretFiles = List.copyOf(secretFiles);
        mediaTypes = List.copyOf(mediaTypes);
        headers = List.copyOf(headers);
        topics = List.copyOf(topics);
    }
}
