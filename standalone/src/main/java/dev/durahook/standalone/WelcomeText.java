package dev.durahook.standalone;

import java.net.URI;

/** The text that is printed after the start. It says how to post the first event and where to see its result. */
final class WelcomeText {

    private final int port;
    private final LocalSetup setup;

    /**
     * Describes a running application.
     *
     * @param port the port on which the receiver listens
     */
    WelcomeText(int port, LocalSetup setup) {
        this.port = port;
        this.setup = setup;
    }

    String text() {
        return """

                Durahook is ready.

                  Post to   %1$s/webhook  (from this machine only: it is not signed)
                            %1$s/webhooks/github  (signed by GitHub; %2$s)
                %3$s
                Try it:

                curl -X POST -H "Content-Type: application/json" \
                -d '{"event": "user_created", "data": {"id": 123, "name": "Alice"}}' %1$s/webhook
                """.formatted("http://localhost:" + port, setup.githubSecret().whereabouts(), webUi());
    }

    private String webUi() {
        return setup.temporal()
                .webUi()
                .map(URI::toString)
                .map("  Web UI    %s%n"::formatted)
                .orElse("");
    }
}
