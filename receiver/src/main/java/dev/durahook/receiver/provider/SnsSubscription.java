package dev.durahook.receiver.provider;

import dev.durahook.receiver.keys.UrlRule;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a subscription to a topic of Amazon SNS is confirmed. Only for a message that has been verified. */
public final class SnsSubscription {

    private static final UrlRule CONFIRMATION = new UrlRule(
            AwsSns.CERTIFICATE.host(),
            Pattern.compile("/"),
            Pattern.compile("Action=ConfirmSubscription&TopicArn=[A-Za-z0-9:_.-]{1,300}&Token=[0-9A-Za-z]{1,512}"));

    private SnsSubscription() {}

    /** The address to call, if it does nothing but to confirm a subscription at Amazon SNS. */
    public static Optional<URI> confirmation(String subscribeUrl) {
        return CONFIRMATION.admit(subscribeUrl);
    }
}
