package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.testsupport.Shared;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawHttp;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Genuine deliveries in unusual HTTP, sent byte by byte as they were captured. */
class CasesTest {

    private static FakeFrontend frontend;
    private static RunningReceiver receiver;

    @BeforeAll
    static void start() {
        frontend = FakeFrontend.start();
        receiver = RunningReceiver.on(frontend.target(), "--durahook.sources.github.secrets[1]=gh-secret-0123456789");
    }

    @AfterAll
    static void stop() {
        receiver.close();
        frontend.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08-content-encoding-empty", "10-trailing-slash", "32-underscore-host"})
    void areStored(String name) throws Exception {
        byte[] request = Files.readAllBytes(Shared.cases().resolve(name + ".http"));
        int before = frontend.starts();
        try (RawHttp http = new RawHttp(receiver.port())) {
            assertThat(http.send(request).answer().status()).isEqualTo(202);
            assertThat(frontend.starts()).isEqualTo(before + 1);
        }
    }
}
