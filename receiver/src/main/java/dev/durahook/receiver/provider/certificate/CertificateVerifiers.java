package dev.durahook.receiver.provider.certificate;

import dev.durahook.receiver.provider.content.Description;
import dev.durahook.receiver.provider.content.SignedJson;
import dev.durahook.receiver.provider.content.VerifierProperties;
import dev.durahook.receiver.provider.content.VerifierProperties.Kind;
import java.time.Duration;

/** The verifiers of providers that sign with a certificate, whose address the delivery contains. */
public final class CertificateVerifiers {

    /** Amazon SNS signs some fields of its message; the topic's ARN is the secret. */
    public static final VerifierProperties AWS_SNS = VerifierProperties.of(AwsSns::new)
            .tolerating(Duration.ofMinutes(65))
            .signingOnly("/Message", "/MessageId", "/Subject", "/Timestamp", "/TopicArn", "/Type")
            .describing(delivery -> SnsSignedContent.of(SignedJson.of(delivery.body())))
            .being(Kind.KEYS_FETCHED);

    /** PayPal signs a checksum that does not protect the body, so no part of the body counts as signed. */
    public static final VerifierProperties PAYPAL = VerifierProperties.of(PayPal::new)
            .signingOnly()
            .tolerating(Duration.ofDays(3))
            .sending(PayPal.SIGNATURE, PayPal.ID, PayPal.TIME, PayPal.ADDRESS, PayPal.ALGORITHM)
            .describing(Description.fixed("<id>|<time>|<secret>|<CRC-32 of the body>"))
            .being(Kind.KEYS_FETCHED);

    private CertificateVerifiers() {}
}
