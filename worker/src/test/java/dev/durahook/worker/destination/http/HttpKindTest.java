package dev.durahook.worker.destination.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.http.client.HttpClients;
import dev.durahook.worker.destination.kind.Attempt;
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpKindTest {

    private static final Attempt FIRST = new Attempt(1, Duration.ofMinutes(1), Duration.ofSeconds(10));

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, true"})
    void destinationOnThisMachineGetsTheEventIfTheGuardIsOffOrTheDestinationIsAllowed(
            boolean blockPrivateNetworks, boolean isAllowed) throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 204 No Content\r\n\r\n");
                HttpKind kind = new HttpKind(
                        new HttpClients(new OkHttpClient.Builder()), blockPrivateNetworks, InstantSource.system())) {
            Destinations destinations = CrmDeclaration.crm(server.url())
                    .with("allow-private-network", Boolean.toString(isAllowed))
                    .destinations(kind);
            int status = destinations
                    .find("crm")
                    .orElseThrow()
                    .send(CrmSender.EVENT, CrmSender.BODY, FIRST)
                    .status();
            assertThat(status).isEqualTo(204);
        }
    }
}
