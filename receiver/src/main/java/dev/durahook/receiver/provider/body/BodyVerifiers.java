package dev.durahook.receiver.provider.body;

import dev.durahook.receiver.provider.content.Description;
import dev.durahook.receiver.provider.content.VerifierProperties;
import dev.durahook.receiver.provider.content.VerifierProperties.Kind;
import dev.durahook.receiver.secret.KeyForm;
import java.time.Duration;

/** The verifiers of providers whose signature, secret or sender is inside the body, or that encrypt it. */
public final class BodyVerifiers {

    public static final VerifierProperties ADYEN = VerifierProperties.of(Adyen::new)
            .keyed(KeyForm.HEX)
            .signingOnly(
                    "/NotificationRequestItem/pspReference",
                    "/NotificationRequestItem/eventCode",
                    "/NotificationRequestItem/success")
            .describing(Adyen::described);

    public static final VerifierProperties BRAINTREE = VerifierProperties.of(Braintree::new)
            .reading(Braintree::secret)
            .describing(Description.fixed("<bt_payload>"));

    public static final VerifierProperties CLOUDEVENTS = VerifierProperties.of(CloudEvents::new)
            .signingOnly()
            .sending(CloudEvents.HEADER)
            .describing(Description.fixed("<token>"))
            .being(Kind.SECRET_SENT);

    public static final VerifierProperties LARK = VerifierProperties.of(Lark::new)
            .tolerating(Duration.ofMinutes(5))
            .sending(Lark.SIGNATURE, Lark.TIMESTAMP, Lark.NONCE)
            .describing(Lark::described);

    public static final VerifierProperties MAILGUN = VerifierProperties.of(Mailgun::new)
            .tolerating(Duration.ofHours(9))
            .signingOnly("/signature/token")
            .describing(Mailgun::described);

    public static final VerifierProperties MS_GRAPH = VerifierProperties.of(MicrosoftGraph::new)
            .signingOnly()
            .describing(Description.fixed("<clientState>"))
            .being(Kind.SECRET_SENT);

    public static final VerifierProperties SALESFORCE = VerifierProperties.of(Salesforce::new)
            .signingOnly()
            .describing(Description.fixed("<OrganizationId>"))
            .being(Kind.GUARD_NEEDED);

    public static final VerifierProperties STRAVA = VerifierProperties.of(Strava::new)
            .signingOnly()
            .describing(Description.fixed("<subscription_id>"))
            .being(Kind.GUARD_NEEDED);

    private BodyVerifiers() {}
}
