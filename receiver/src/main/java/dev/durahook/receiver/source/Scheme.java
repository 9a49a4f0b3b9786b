package dev.durahook.receiver.source;

import dev.durahook.receiver.provider.Mechanism;
import dev.durahook.receiver.signature.InvalidRuleException;
import dev.durahook.receiver.signature.SignatureRule;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a provider signs and names its events: a row of {@code schemes.yml}, or the same words in a team's configuration.
 *
 * @param provider the provider's name
 * @param page the page of the provider's documentation that says so
 * @param signature how it signs; absent for the scheme none alone, and where there is a verifier
 * @param verifier the provider's own way of signing, where no words of a signature could say it
 * @param id where the event's id is; by default the same bytes are the same event
 * @param type where the event's type is
 * @param summary the line that the Web UI shows, with {type} and JSON pointers such as {/action} in place of values;
 *     a part in brackets is left out when one of its values is missing
 * @param redeliveryWindow how long after the event the provider may still send it again
 * @param successStatus the status that the provider demands instead of 200 and 202
 */
@ConfigurationPropertiesSource
public record Scheme(
        @DefaultValue("") String provider,
        @DefaultValue("") String page,
        @Nullable SignatureRule signature,
        @Nullable Mechanism verifier,
        @Nullable IdRule id,
        @Nullable TypeRule type,
        @DefaultValue("{type}") String summary,
        @Nullable Duration redeliveryWindow,
        @Nullable Integer successStatus) {

    private static final String UNTYPED = "received";

    public Scheme {
        if (signature != null && verifier != null) {
            throw new InvalidRuleException("has a signature and a verifier: say one of the two");
        }
        if (successStatus != null && (successStatus < 200 || successStatus > 299)) {
            throw new InvalidRuleException("has a success-status that is none: use one of 200 to 299");
        }
    }

    /** The same scheme with the places of id and type that a source declares for itself. */
    Scheme overriddenBy(@Nullable IdRule otherId, @Nullable TypeRule otherType) {
        return new Scheme(
                provider,
                page,
                signature,
                verifier,
                otherId == null ? id : otherId,
                otherType == null ? type : otherType,
                summary,
                redeliveryWindow,
                successStatus);
    }

    /** Where the id is. */
    IdRule idRule() {
        return id == null ? new IdRule(List.of(), null, true) : id;
    }

    /** Where the type is. */
    TypeRule typeRule() {
        return type == null ? new TypeRule(List.of(), null, UNTYPED) : type;
    }

    /** Whether anybody could have sent what it sends. */
    public boolean isUnsigned() {
        return signature == null && verifier == null;
    }

    /** The headers that carry its signature. */
    List<String> signingHeaders() {
        if (verifier != null) {
            return verifier.headers();
        }
        return signature == null ? List.of() : signature.header();
    }

    /** Whether nobody but the holder of the secret can give an event its id. */
    public boolean isIdSigned() {
        List<String> header = idRule().header();
        if (verifier != null) {
            return header.isEmpty() && verifier.signs(idRule().pointer());
        }
        if (signature == null) {
            return false;
        }
        return header.isEmpty() ? signature.signsBody() : signature.signsHeader(header);
    }
}
