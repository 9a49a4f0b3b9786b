package dev.durahook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.standalone.storage.GithubSecret;
import dev.durahook.standalone.temporal.Temporal;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WelcomeTextTest {

    private static final GithubSecret SECRET =
            new GithubSecret(Map.of(), "its secret is in /home/alice/.durahook/github-secret");

    @Test
    void namesTheUrlsOfTheReceiverAndTheWebUi() {
        Temporal temporal = Temporal.lasting("127.0.0.1:7233", URI.create("http://localhost:8233"), "");

        assertThat(text(8000, temporal)).isEqualTo("""

                        Durahook is ready.

                          Post to   http://localhost:8000/webhook  (from this machine only: it is not signed)
                                    http://localhost:8000/webhooks/github  (signed by GitHub; its secret is in \
                        /home/alice/.durahook/github-secret)
                          Web UI    http://localhost:8233

                        Try it:

                        curl -X POST -H "Content-Type: application/json" \
                        -d '{"event": "user_created", "data": {"id": 123, "name": "Alice"}}' http://localhost:8000/webhook
                        """);
    }

    @Test
    void unknownWebUiIsNotNamed() {
        assertThat(text(8000, Temporal.forgetful("127.0.0.1:41000", ""))).doesNotContain("Web UI");
    }

    @Test
    void portIsTheOneThatIsOpen() {
        assertThat(text(9000, Temporal.forgetful("127.0.0.1:41000", "")))
                .contains("}' http://localhost:9000/webhook")
                .doesNotContain("8000");
    }

    private static String text(int port, Temporal temporal) {
        return new WelcomeText(port, new LocalSetup(temporal, SECRET)).text();
    }
}
