package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.configuration.InvalidSourceException;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Rejected;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceTest {

    private static final Provider SALESFORCE = Providers.all()
            .filter(provider -> provider.scheme().equals("salesforce"))
            .findFirst()
            .orElseThrow();

    private final Source source = SALESFORCE.source(SALESFORCE.secret());
    private final Sent sent = SALESFORCE.sent();

    @Test
    void everyNotificationIsAnEventAsJsonWithoutTheSession() throws Exception {
        Delivery delivery = sent.delivery();
        Delivery unpacked = ((Verified) source.verify(delivery)).of(delivery);
        List<ExtractedEvent> events = source.events(unpacked);

        assertThat(events).extracting(event -> event.id().value()).containsExactly("shop:04l1", "shop:04l2");
        assertThat(events).extracting(event -> event.type()).containsOnly("shop.Account");
        assertThat(text(events.get(0).delivery()))
                .isEqualTo("{\"id\":\"04l1\",\"type\":\"Account\","
                        + "\"sObject\":{\"Id\":\"0011\",\"Name\":\"5 & €\",\"Fax\":null}}");
        assertThat(text(unpacked)).doesNotContain("hush!");
    }

    // The schema of an outbound message says of which object its records are, so that a message need not.
    @Test
    void aRecordThatDoesNotSayItsObjectIsAnEventAllTheSame() throws Exception {
        Delivery delivery =
                sent.withBody(sent.body().replaceAll("xsi:type=\"[^\"]*\"", "")).delivery();
        List<ExtractedEvent> events = source.events(((Verified) source.verify(delivery)).of(delivery));

        assertThat(events).extracting(event -> event.id().value()).containsExactly("shop:04l1", "shop:04l2");
        assertThat(events).extracting(event -> event.type()).containsOnly("shop.record");
    }

    @Test
    void missingGuardStopsTheStart() {
        assertThatExceptionOfType(InvalidSourceException.class)
                .isThrownBy(() -> Declaration.source("shop: {scheme: salesforce, secrets: [00D1]}"))
                .withMessageContaining(
                        "durahook.sources.shop.guarded-by is missing: the scheme can't verify its sender");
    }

    @Test
    void guardOfAVerifiedSchemeStopsTheStart() {
        assertThatExceptionOfType(InvalidSourceException.class)
                .isThrownBy(() -> Declaration.source("shop: {scheme: stripe, secrets: [x], guarded-by: mutual-tls}"))
                .withMessageContaining("durahook.sources.shop.guarded-by has no effect");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x \"y\">]>",
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/\"> %x;]>"
            })
    void documentTypes(String type) {
        rejected(sent.withBody(sent.body().replace("<soapenv:Envelope", type + "<soapenv:Envelope")));
    }

    @Test
    void entities() {
        rejected(sent.withBody(sent.body().replace("04l1", "&unknown;")));
    }

    @Test
    void organisationsSaidTwiceOrElsewhere() {
        String organization = "<OrganizationId>" + SALESFORCE.secret() + "</OrganizationId>";
        rejected(sent.withBody(sent.body().replace(organization, organization + organization)));
        rejected(sent.withBody(sent.body().replace(organization, "<x>" + organization + "</x>")));
        rejected(sent.withBody(organization));
    }

    @Test
    void elementsWithoutEnd() {
        rejected(sent.withBody("<a>".repeat(100_000)));
        rejected(sent.withBody(sent.body().replace("<Notification>", "<a>".repeat(100) + "<Notification>")));
    }

    private void rejected(Sent forged) {
        assertThat(source.verify(forged.delivery())).isInstanceOf(Rejected.class);
    }

    private static String text(Delivery delivery) {
        return new String(delivery.body(), StandardCharsets.UTF_8);
    }
}
