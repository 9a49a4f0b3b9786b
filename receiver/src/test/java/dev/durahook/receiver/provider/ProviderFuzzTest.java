package dev.durahook.receiver.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.durahook.receiver.delivery.Delivery;
import dev.durahook.receiver.keys.https.AnchoredTrust;
import dev.durahook.receiver.keys.https.ExternalKeys;
import dev.durahook.receiver.source.Declaration;
import dev.durahook.receiver.source.HostileRequest;
import dev.durahook.receiver.source.Readable;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.verification.Verdict.Verified;
import java.util.List;

/**
 * A provider's own verifier has a verdict for every request of a stranger and for every answer of a key server.
 *
 * <p>A normal build replays the inputs under {@code ProviderFuzzTestInputs}. CONTRIBUTING says how to search for more.
 */
class ProviderFuzzTest {

    private static final List<Provider> PROVIDERS = Providers.all().toList();
    private static final List<Source> SOURCES = PROVIDERS.stream()
            .map(provider -> provider.source(provider.secret()))
            .toList();
    private static final List<Provider> FETCHING =
            List.of(KeyProviders.sns("2"), KeyProviders.paypal(), KeyProviders.plaid("plaid"));
    private static final List<Delivery> GENUINE =
            FETCHING.stream().map(provider -> provider.sent().delivery()).toList();

    /** The first line names the provider, the second is the query, then a line for each header, and the body. */
    @FuzzTest(maxDuration = "5m")
    void request(byte[] sent) {
        HostileRequest request = new HostileRequest(sent);
        int who = named(request.line());
        String url = Provider.URL + "?" + request.line();
        List<String> headers =
                PROVIDERS.get(who).sent().headers().keySet().stream().sorted().toList();
        Delivery delivery = request.delivery(headers).at(url);
        assertThat(SOURCES.get(who).verify(delivery)).isNotInstanceOf(Verified.class);
        Readable.check(SOURCES.get(who), delivery);
    }

    /** Bytes in place of a provider's key. */
    @FuzzTest(maxDuration = "5m")
    void fetchedKey(byte[] sent) {
        for (int i = 0; i < FETCHING.size(); i++) {
            // Each run has a new verifier, because a failed fetch is remembered.
            Source asking = asking(FETCHING.get(i), sent);
            assertThat(asking.verify(GENUINE.get(i))).isNotInstanceOf(Verified.class);
        }
    }

    // Any other text selects one of the providers as well.
    private static int named(String scheme) {
        for (int i = 0; i < PROVIDERS.size(); i++) {
            if (PROVIDERS.get(i).scheme().equals(scheme)) {
                return i;
            }
        }
        return Math.floorMod(scheme.hashCode(), PROVIDERS.size());
    }

    private static Source asking(Provider provider, byte[] fetched) {
        ExternalKeys externalKeys = new ExternalKeys((address, json) -> fetched, new AnchoredTrust(List.of()));
        String yaml = "shop: {scheme: %s, secrets: ['%s']}".formatted(provider.scheme(), provider.secret());
        return Declaration.source(yaml, Declaration.NOW, externalKeys);
    }
}
