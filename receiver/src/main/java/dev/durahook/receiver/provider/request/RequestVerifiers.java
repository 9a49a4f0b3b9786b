package dev.durahook.receiver.provider.request;

import dev.durahook.receiver.provider.content.Description;
import dev.durahook.receiver.provider.content.VerifierProperties;
import java.time.Duration;

/** The verifiers of providers that sign the URL, its query, headers or the fields of a form. */
public final class RequestVerifiers {

    /**
     * Bird signs a timestamp, the whole URL and a hash of the body. Its repetitions, which come for up to a day, have the
     * timestamp of the first attempt.
     */
    public static final VerifierProperties BIRD = VerifierProperties.of(inputs -> MessageBird.ofUrl(inputs))
            .tolerating(Duration.ofHours(25))
            .signingUrl()
            .sending(MessageBird.SIGNATURE, MessageBird.TIMESTAMP)
            .describing(MessageBird.described(MessageBird.URL));

    /** Contentful signs the method, the path, the body and the headers that the delivery lists. */
    public static final VerifierProperties CONTENTFUL = VerifierProperties.of(Contentful::new)
            .tolerating(Duration.ofMinutes(5))
            .signingUrl()
            .sending(Contentful.SIGNATURE, Contentful.SIGNED_HEADERS, Contentful.TIMESTAMP)
            .describing(Contentful::described);

    /** MessageBird signs a timestamp, the sorted query and a hash of the body. */
    public static final VerifierProperties MESSAGEBIRD = VerifierProperties.of(inputs -> MessageBird.ofQuery(inputs))
            .tolerating(Duration.ofMinutes(5))
            .sending(MessageBird.SIGNATURE, MessageBird.TIMESTAMP)
            .describing(MessageBird.described(MessageBird.QUERY));

    /** Plivo's signature V2 covers the URL without its query, and a nonce, but not the event. */
    public static final VerifierProperties PLIVO_V2 = VerifierProperties.of(PlivoV2::new)
            .signingUrl()
            .signingOnly()
            .sending(PlivoV2.HEADER, PlivoV2.NONCE)
            .describing(((Description) PlivoV2::described).and(PlivoV2.NONCE));

    /**
     * Plivo's signature V3 covers the URL with sorted parameters, the fields of the form, and a nonce. Names and values are
     * joined without a separator, so that the same signature fits other bytes and even other fields.
     */
    public static final VerifierProperties PLIVO_V3 = VerifierProperties.of(PlivoV3::new)
            .signingUrl()
            .signingOnly()
            .sending(PlivoV3.HEADER, PlivoV3.NONCE)
            .describing(((Description) PlivoV3::described).and(PlivoV3.NONCE));

    /** Twilio signs the URL and the fields of the form, or the hash of another body. */
    public static final VerifierProperties TWILIO = VerifierProperties.of(Twilio::new)
            .signingUrl()
            .sending(Twilio.HEADER, Twilio.SETTINGS)
            .describing(Twilio::described);

    /** Vonage's SMS API signs all parameters, here with HMAC-MD5. */
    public static final VerifierProperties VONAGE_SIG_HMAC_MD5 = vonage(VonageMethod.HMAC_MD5);

    /** Vonage's SMS API signs all parameters, here with HMAC-SHA-1. */
    public static final VerifierProperties VONAGE_SIG_HMAC_SHA1 = vonage(VonageMethod.HMAC_SHA1);

    /** Vonage's SMS API signs all parameters, here with HMAC-SHA-256. */
    public static final VerifierProperties VONAGE_SIG_HMAC_SHA256 = vonage(VonageMethod.HMAC_SHA256);

    /** Vonage's SMS API signs all parameters, here with HMAC-SHA-512. */
    public static final VerifierProperties VONAGE_SIG_HMAC_SHA512 = vonage(VonageMethod.HMAC_SHA512);

    /** Vonage's SMS API signs all parameters, here with MD5 over the parameters and the secret. */
    public static final VerifierProperties VONAGE_SIG_MD5 = vonage(VonageMethod.MD5);

    private RequestVerifiers() {}

    private static VerifierProperties vonage(VonageMethod method) {
        return VerifierProperties.of(inputs -> new VonageSig(method, inputs))
                .tolerating(Duration.ofMinutes(5))
                .describing(VonageSig::described);
    }
}
