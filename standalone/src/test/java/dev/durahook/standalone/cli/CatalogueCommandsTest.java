package dev.durahook.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.signing.Deliveries;
import dev.durahook.signing.ProviderDelivery;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A running receiver stores the deliveries that the commands sign, for every scheme of the catalogue. */
class CatalogueCommandsTest {

    // Schemes without a signature: they compare a name or a number, not a secret.
    private static final Set<String> WITHOUT_SECRET = Set.of("none", "salesforce", "strava");

    private static CatalogueReceiver receiver;

    @TempDir
    private Path home;

    @BeforeAll
    static void receive() {
        receiver = new CatalogueReceiver(TestTerminal.CLOCK);
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    static Stream<String> signable() {
        return CatalogueReceiver.CATALOGUE.names().stream().filter(name -> !needsProviderKeys(name));
    }

    static Stream<String> others() {
        return CatalogueReceiver.CATALOGUE.names().stream().filter(CatalogueCommandsTest::needsProviderKeys);
    }

    @ParameterizedTest
    @MethodSource("signable")
    void oneThatIsSentIsStored(String scheme) {
        TestTerminal terminal = terminal(scheme);

        assertThat(terminal.run(
                        "send", scheme, "--url", receiver.url(scheme), "--public-url", CatalogueReceiver.PUBLIC_URL))
                .as(terminal.out() + terminal.err())
                .isZero();
        assertThat(receiver.stored(scheme)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("signable")
    void theSecretIsNeverPrinted(String scheme) {
        TestTerminal terminal = terminal(scheme);
        int code = terminal.run("sign", scheme);

        assertThat(terminal.out()).matches(code == 0 ? "(?s)POST .*" : "");
        assertThat(terminal.err())
                .matches(
                        code == 0
                                ? "The body is a minimal one: .*\\s*"
                                : "(?s).*is never printed: use the command send\\s*");
        if (!WITHOUT_SECRET.contains(scheme)) {
            assertThat(terminal.out() + terminal.err()).doesNotContain(receiver.secret(scheme));
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void schemeThatOnlyTheProviderCanSignIsRefusedWithOneLine(String scheme) {
        for (String command : List.of("sign", "send")) {
            TestTerminal terminal = new TestTerminal(home);

            assertThat(terminal.run(command, scheme, "--url", receiver.url(scheme)))
                    .isEqualTo(1);
            assertThat(terminal.out()).isEmpty();
            assertThat(terminal.err().lines())
                    .singleElement()
                    .asString()
                    .contains("only the provider itself can sign", scheme);
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void aTestSignsItWithKeysThatTheReceiverFetches(String scheme) throws Exception {
        ProviderDelivery delivery = Deliveries.of(scheme)
                .to(receiver.url(scheme))
                .at(TestTerminal.CLOCK)
                .signedWith(receiver.secret(scheme), receiver.keys());

        assertThat(HttpClient.newHttpClient()
                        .send(delivery.toRequest().build(), BodyHandlers.ofString())
                        .statusCode())
                .isIn(200, 202);
        assertThat(receiver.stored(scheme)).hasSize(1);
    }

    private TestTerminal terminal(String scheme) {
        return new TestTerminal(home).with("DURAHOOK_SECRET", receiver.secret(scheme));
    }

    private static boolean needsProviderKeys(String scheme) {
        return Deliveries.of(scheme).needsProviderKeys();
    }
}
