package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attacks on signatures that do not cover the whole request. */
class BodyAttacksTest {

    @Test
    void twilioFormThatCallsItselfJson() {
        rejected("twilio", form().with("Content-Type", "application/json"));
        rejected("twilio", form().without("Content-Type"));
    }

    @Test
    void twilioBodyUnderTheHashOfAnother() {
        Sent json = sent("twilio", "bodySHA256");
        rejected("twilio", json.withBody("a=b").with("Content-Type", "application/x-www-form-urlencoded"));
        rejected("twilio", json.withQuery(json.query() + json.query().replace('?', '&')));
    }

    @Test
    void twilioFieldsMovedBetweenNamesAndQuery() {
        rejected("twilio", form().withQuery("").withBody("a=1&" + form().body()));
    }

    @Test
    void adyenNotificationBesideAGenuineOne() {
        Sent genuine = sent("adyen", "psp1");
        rejected("adyen", genuine.withBody(genuine.body().replace("}]}", "},{\"NotificationRequestItem\":{}}]}")));
        rejected("adyen", genuine.withBody("{\"notificationItems\":[]}"));
        rejected("adyen", genuine.withBody("{}"));
    }

    @Test
    void adyenFieldsMovedAcrossTheirSeparator() {
        Sent genuine = sent("adyen", "psp1");
        String moved =
                genuine.body().replace("\"value\":1130", "\"value\":\"7:1130\"").replace("order:7", "order");
        assertThat(moved).isNotEqualTo(genuine.body());
        rejected("adyen", genuine.withBody(moved));
    }

    @Test
    void adyenValuesOfAnotherKind() {
        Sent genuine = sent("adyen", "psp1");
        rejected("adyen", genuine.withBody(genuine.body().replace("\"success\":\"true\"", "\"success\":true")));
        rejected(
                "adyen",
                genuine.withBody(genuine.body().replace("\"eventCode\"", "\"originalReference\":{},\"eventCode\"")));
    }

    @ParameterizedTest
    @CsvSource({"adyen, psp1, p", "mailgun, token, 0", "ms-graph, value, u"})
    void theSameValuesInOtherBytes(String scheme, String holding, char character) {
        Sent genuine = sent(scheme, holding);
        String marked = genuine.body().replaceFirst(":\"" + character, ":\"\u00C1\u00B0");
        byte[] overlong = marked.getBytes(StandardCharsets.ISO_8859_1);
        int place = marked.indexOf("\u00C1\u00B0");
        overlong[place] = (byte) (0xC0 | character >> 6);
        overlong[place + 1] = (byte) (0x80 | character & 0x3F);

        rejected(scheme, genuine.delivery().carrying(overlong));
        for (String encoding : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
            rejected(scheme, genuine.delivery().carrying(genuine.body().getBytes(Charset.forName(encoding))));
        }
    }

    @Test
    void mailgunDigitsMovedBetweenTimestampAndToken() {
        Sent genuine = sent("mailgun", "token");
        String now = String.valueOf(Provider.NOW.getEpochSecond());
        String moved = genuine.body()
                .replace("\"" + now + "\"", "\"" + now.substring(0, 9) + "\"")
                .replace("\"token\":\"", "\"token\":\"" + now.substring(9));
        rejected("mailgun", genuine.withBody(moved));
    }

    @Test
    void microsoftGraphNotificationWithoutAState() {
        Sent genuine = sent("ms-graph", "value");
        rejected("ms-graph", genuine.withBody(genuine.body().replace("[{", "[{},{")));
        rejected("ms-graph", genuine.withBody("{\"value\":[]}"));
        rejected("ms-graph", genuine.withBody("{\"value\":{}}"));
    }

    @Test
    void braintreeFieldSentTwice() {
        Sent genuine = sent("braintree", "bt_payload");
        rejected("braintree", genuine.withBody(genuine.body() + "&bt_payload=Zm9yZ2Vk"));
        rejected("braintree", genuine.withBody("bt_payload=Zm9yZ2Vk&" + genuine.body()));
    }

    @Test
    void braintreeSignaturesWithoutEnd() {
        Sent genuine = sent("braintree", "bt_payload");
        rejected("braintree", genuine.withBody(genuine.body().replace("=", "=" + "a%7Cb%26".repeat(10_000))));
    }

    @Test
    void formWithoutEnd() {
        rejected("twilio", form().withBody("a=b&".repeat(100_000)));
    }

    private static Sent form() {
        return sent("twilio", "CallStatus");
    }

    private static Sent sent(String scheme, String holding) {
        return Providers.all()
                .filter(provider -> provider.scheme().equals(scheme))
                .map(Provider::sent)
                .filter(sent -> (sent.body() + sent.query()).contains(holding))
                .findFirst()
                .orElseThrow();
    }

    private static void rejected(String scheme, Sent sent) {
        rejected(scheme, sent.delivery());
    }

    private static void rejected(String scheme, Delivery delivery) {
        Provider provider = Providers.all()
                .filter(one -> one.scheme().equals(scheme))
                .findFirst()
                .orElseThrow();
        Source source = provider.source(provider.secret());
        assertThat(source.verify(delivery)).isInstanceOf(Rejected.class);
    }
}
