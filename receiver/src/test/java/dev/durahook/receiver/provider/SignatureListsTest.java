package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.ingest.WayIn;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import dev.durahook.testsupport.CpuTime;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of signatures: ten thousand elements are refused at once, even if the genuine signature is among them. */
class SignatureListsTest {

    private static final int MANY = 10_000;

    @ParameterizedTest
    @CsvSource({"plivo-v3, X-Plivo-Signature-V3", "contentful, X-Contentful-Signed-Headers"})
    void ofAHeader(String scheme, String header) {
        Provider provider = provider(scheme);
        Sent sent = provider.sent();
        String genuine = sent.headers().get(header);
        for (String element : new String[] {genuine + ",", "x,", ","}) {
            String before = element.repeat(MANY) + genuine;
            String behind = genuine + ("," + element).repeat(MANY);
            refused(provider, sent.with(header, before));
            refused(provider, sent.with(header, behind));
        }
    }

    @ParameterizedTest
    @CsvSource({"public%7C00%26, 'pub%7C'", "%26, 'pub%7C'"})
    void ofBraintreesForm(String element, String genuine) {
        Provider provider = provider("braintree");
        Sent sent = provider.sent();

        refused(provider, sent.withBody(sent.body().replace(genuine, element.repeat(MANY) + genuine)));
    }

    @ParameterizedTest
    @CsvSource({"'{\"clientState\":\"forged\"}'", "'{}'", "'[]'"})
    void ofNotificationsOfWhichOneIsForged(String forged) {
        Provider provider = provider("ms-graph");
        Sent sent = provider.sent();
        String genuine = "{\"clientState\":\"" + provider.secret() + "\"}";
        String many = (genuine + ",").repeat(4_999);

        assertThat(source(provider)
                        .verify(sent.withBody("{\"value\":[" + many + genuine + "]}")
                                .delivery()))
                .isInstanceOf(Verified.class);
        refused(provider, sent.withBody("{\"value\":[" + many + forged + "]}"));
        refused(
                provider,
                sent.withBody("{\"value\":[" + many.replaceFirst("[{].*?[}]", Matcher.quoteReplacement(forged))
                        + genuine + "]}"));
        refused(provider, sent.withBody("{\"value\":[" + (genuine + ",").repeat(MANY) + genuine + "]}"));
    }

    private static Provider provider(String scheme) {
        return Providers.all()
                .filter(provider -> provider.scheme().equals(scheme))
                .findFirst()
                .orElseThrow();
    }

    private static Source source(Provider provider) {
        return provider.source(provider.secret());
    }

    private static void refused(Provider provider, Sent sent) {
        Delivery delivery = sent.delivery();
        assertThat(delivery.body()).hasSizeLessThan(2_000_000);
        assertThat(CpuTime.of(
                        () -> assertThat(source(provider).verify(delivery)).isInstanceOf(Rejected.class)))
                .isLessThan(Duration.ofSeconds(5));
        // With this many headers, the request is refused for its size before it is verified.
        WayIn.refuses(source(provider), delivery, Set.of(401, 431));
    }
}
