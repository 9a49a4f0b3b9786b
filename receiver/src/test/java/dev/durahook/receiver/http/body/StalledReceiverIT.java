package dev.durahook.receiver.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.RunningReceiver;
import dev.durahook.receiver.Sender;
import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.frontend.FakeFrontend;
import dev.durahook.testsupport.http.RawHttp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A receiver whose threads are all busy does not call a sender slow whose body has arrived meanwhile. */
class StalledReceiverIT {

    private static final Duration LONGER_THAN_THE_GRACE_PERIOD = Duration.ofSeconds(5);

    @Test
    void aBodyThatArrivedDuringTheStallIsAccepted() throws Exception {
        byte[] body = ("{\"x\":\"" + "x".repeat(5_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        try (FakeFrontend frontend = FakeFrontend.start();
                RunningReceiver receiver = RunningReceiver.on(frontend.target(), "--server.tomcat.threads.max=1");
                RawHttp stalled = new RawHttp(receiver.port())) {
            stalled.send(Sender.head("stalled", body));
            // If the headers are read later, the body is read with them, and there is nothing to see.
            TimeUnit.MILLISECONDS.sleep(500);
            frontend.serve(1, LONGER_THAN_THE_GRACE_PERIOD);
            CompletableFuture<HttpResponse<String>> first =
                    receiver.sender().sendAsync("github", "first", "push", body);
            Await.until("the only thread is busy", () -> frontend.starts() == 1);
            stalled.send(body);

            assertThat(first.get().statusCode()).isEqualTo(202);
            assertThat(stalled.status()).isEqualTo(202);
        }
    }
}
