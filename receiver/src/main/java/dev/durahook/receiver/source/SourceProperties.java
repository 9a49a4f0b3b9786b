package dev.durahook.receiver.source;

import dev.durahook.receiver.identity.IdRule;
import dev.durahook.receiver.identity.TypeRule;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.secret.SecretProperties;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.TaskQueues;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;

/**
 * A sender, declared under {@code durahook.sources.<name>}. Deliveries are sent to {@code /webhooks/<name>}.
 *
 * @param scheme how the sender signs: a scheme of docs/providers.md such as github, custom for a scheme of your own
 *     that is described under custom, or none for a sender on this machine that does not sign
 * @param secrets the secrets shared with the sender, as its dashboard shows them; several while one replaces another.
 *     Each is a text, or has value or file, and optionally name, not-before, not-after and overlap
 * @param secretFiles files that contain one secret each; read again when they change, without a restart
 * @param tolerance how far a signed timestamp may lie in the past or in the future; the default is the scheme's
 * @param publicUrl the URL of this source, exactly as it was entered at the sender; for schemes that sign it
 * @param guardedBy what authenticates the sender in front of this source, if its scheme can't: mutual-tls, address-list
 *     or secret-url
 * @param verifyToken the token that was entered at the sender, which the sender repeats when it confirms this URL
 * @param topics for WebSub, the URLs of the topics to which this source subscribed; for CloudEvents, the names of the
 *     senders that may send
 * @param maxBodySize the largest body the sender may send; at most 2000000B, because of Temporal's limit for a payload
 * @param taskQueue the task queue of the sender's workflows
 * @param priority the priority of the source's events among waiting events, from 1, which comes first, to 5; Temporal's
 *     default is 3
 * @param fairnessKey waiting events of different keys take turns: a text, or a template such as {/account}
 * @param fairnessWeight the share of each key; Temporal's default is 1
 * @param mediaTypes the media types that the source accepts, such as application/json; all if empty
 * @param headers further headers to store with the event; never one that carries a signature or a credential. A name
 *     that ends in a star, such as ce-*, stands for all names with this beginning
 * @param id what identifies an event, if it should differ from the scheme's rule; required if the scheme is for any
 *     sender: bearer, basic, api-key and custom
 * @param type where an event's type is, if it should differ from the scheme's rule
 * @param custom a scheme of your own, with the keys of a row of schemes.yml; for scheme: custom
 * @param hmac the former name of custom
 */
public record SourceProperties(
        @Nullable String scheme,
        @DefaultValue List<SecretProperties> secrets,
        @DefaultValue List<String> secretFiles,
        @Nullable Duration tolerance,
        @Nullable String publicUrl,
        @Nullable Guard guardedBy,
        @Nullable SecretProperties verifyToken,
        @DefaultValue List<String> topics,
        @DefaultValue("2000000B") DataSize maxBodySize,
        @DefaultValue(TaskQueues.DEFAULT) String taskQueue,
        @Nullable Integer priority,
        @Nullable String fairnessKey,
        @Nullable Float fairnessWeight,
        @DefaultValue List<MimeType> mediaTypes,
        @DefaultValue List<String> headers,
        @Nullable IdRule id,
        @Nullable TypeRule type,
        @Nullable Scheme custom,
        @Nullable Scheme hmac) {

    private static final String CUSTOM = "custom";
    private static final String FORMER = "hmac";

    public SourceProperties {
        secrets = List.copyOf(secrets);
        secretFiles = List.copyOf(secretFiles);
        mediaTypes = List.copyOf(mediaTypes);
        headers = List.copyOf(headers);
        topics = List.copyOf(topics);
    }

    /** The priority of the source's events. The fairness key may be a template. */
    TaskPriority taskPriority() {
        return new TaskPriority(priority, fairnessKey, fairnessWeight);
    }

    /** Whether the scheme is one of the team's own. */
    boolean isCustom() {
        return CUSTOM.equals(scheme) || FORMER.equals(scheme);
    }

    /** The team's own scheme. */
    @Nullable
    Scheme ownScheme() {
        return custom == null ? hmac : custom;
    }

    /** The key of the team's own scheme: {@code custom}, or its former name if that is used. */
    String customKey() {
        return custom == null && hmac != null ? FORMER : CUSTOM;
    }

    /** Whether a key or value is used by its former name. */
    boolean usesFormerName() {
        return FORMER.equals(scheme) || hmac != null;
    }
}
