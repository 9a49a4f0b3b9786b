package dev.durahook.receiver.handshake;

import dev.durahook.receiver.signature.InvalidRuleException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An answer in a provider's own words.
 *
 * @param status its status, of 200 to 299
 * @param mediaType the media type of its body
 * @param body the body, which may be empty. Of a handshake, with {challenge} and {proof} in place of what they name; of
 *     stored events, our own JSON if it is left out
 */
public record Reply(
        @DefaultValue("200") int status,
        @DefaultValue("text/plain") String mediaType,
        @Nullable String body) {

    public Reply {
        if (status < 200 || status > 299) {
            throw new InvalidRuleException("has a status that is no success: use one of 200 to 299");
        }
    }

    Reply filledWith(String challenge, String proof) {
        String template = body == null ? "" : body;
        return new Reply(status, mediaType, template.replace("{proof}", proof).replace("{challenge}", challenge));
    }
}
