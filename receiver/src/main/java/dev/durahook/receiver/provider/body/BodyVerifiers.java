package dev.durahook.receiver.provider.body;

import dev.durahook.receiver.provider.content.Description;
import dev.durahook.receiver.provider.content.VerifierProperties;
import dev.durahook.receiver.provider.content.VerifierProperties.Kind;
import dev.durahook.receiver.secret.KeyForm;
import java.time.Duration;

/** The verifiers of providers whose signature, secret or sender is inside the body, or that encrypt it. */
public final class BodyVerifiers {

    /** Adyen signs eight fields of each notification. */
    public static final VerifierProperties ADYEN = VerifierProperties.of(Adyen::new)
            .keyed(KeyForm.HEX)
            .signingOnly(
                    "/NotificationRequestItem/pspReference",
                    "/NotificationRequestItem/eventCode",
                    "/NotificationRequestItem/success")
            .describing(Adyen::described);

    /** Braintree signs the payload in its form. */
    public static final VerifierProperties BRAINTREE = VerifierProperties.of(Braintree::new)
            .reading(Braintree::secret)
            .describing(Description.fixed("<bt_payload>"));

    /** Senders of CloudEvents over HTTP send a bearer token and sign nothing. */
    public static final VerifierProperties CLOUDEVENTS = VerifierProperties.of(CloudEvents::new)
            .signingOnly()
            .sending(CloudEvents.HEADER)
            .describing(Description.fixed("<token>"))
            .being(Kind.SECRET_SENT);

    /**
     * Lark signs the body together with a timestamp and a nonce, and encrypts the event. It sends again for hours and does
     * not say whether with a new timestamp.
     */
    public static final VerifierProperties LARK = VerifierProperties.of(Lark::new)
            .tolerating(Duration.ofHours(9))
            .sending(Lark.SIGNATURE, Lark.TIMESTAMP, Lark.NONCE)
            .describing(Lark::described);

    /** Mailgun signs a timestamp and a token in the body, but not the event. */
    public static final VerifierProperties MAILGUN = VerifierProperties.of(Mailgun::new)
            .tolerating(Duration.ofHours(9))
            .signingOnly("/signature/token")
            .describing(Mailgun::described);

    /** Microsoft Graph sends the client state of a subscription and signs nothing. */
    public static final VerifierProperties MS_GRAPH = VerifierProperties.of(MicrosoftGraph::new)
            .signingOnly()
            .describing(Description.fixed("<clientState>"))
            .being(Kind.SECRET_SENT);

    /** Salesforce sends the ID of an organization, which is not secret, and signs nothing. */
    public static final VerifierProperties SALESFORCE = VerifierProperties.of(Salesforce::new)
            .signingOnly()
            .describing(Description.fixed("<OrganizationId>"))
            .being(Kind.GUARD_NEEDED);

    /** Strava sends the ID of a subscription, which is not secret, and signs nothing. */
    public static final VerifierProperties STRAVA = VerifierProperties.of(Strava::new)
            .signingOnly()
            .describing(Description.fixed("<subscription_id>"))
            .being(Kind.GUARD_NEEDED);

    private BodyVerifiers() {}
}
