package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Rejected;
import org.junit.jupiter.api.Test;

/** A detail goes into the log. It does not quote a name that a stranger invented to look like a log line. */
class DetailsTest {

    private static final String LISTED = "X-Contentful-Signed-Headers";
    private static final String FORGED = "a is missing) Stored: shop:1 of type x";

    @Test
    void aHeaderThatTheDeliveryLists() {
        Provider contentful = provider("contentful");
        Sent sent = contentful.sent();
        String list = FORGED + "," + sent.headers().get(LISTED);
        assertThat(detail(contentful, sent.with(LISTED, list))).isEqualTo("header that the delivery lists is missing");
    }

    @Test
    void aFieldThatTheDeliverySigns() {
        Provider vonage = provider("vonage-sig-md5");
        Sent sent = vonage.sent();
        String field = "&" + FORGED.replace(' ', '+') + "%0A=1";
        assertThat(detail(vonage, sent.withBody(sent.body() + field + field)))
                .isEqualTo("field of the form was sent 2 times");
    }

    @Test
    void validNameIsShown() {
        Provider contentful = provider("contentful");
        Sent sent = contentful.sent();
        String list = sent.headers().get(LISTED) + ",x-own";
        assertThat(detail(contentful, sent.with(LISTED, list))).isEqualTo("header x-own is missing");
    }

    private static Provider provider(String scheme) {
        return Providers.all()
                .filter(provider -> provider.scheme().equals(scheme))
                .findFirst()
                .orElseThrow();
    }

    private static String detail(Provider provider, Sent sent) {
        Source source = provider.source(provider.secret());
        return ((Rejected) source.verify(sent.delivery())).detail();
    }
}
