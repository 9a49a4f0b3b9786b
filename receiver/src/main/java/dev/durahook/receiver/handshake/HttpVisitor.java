package dev.durahook.receiver.handshake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Visits over HTTP: no redirects, nothing read of the answer but its status, and not for long. */
public final class HttpVisitor implements Visitor {

    private static final Logger LOG = LoggerFactory.getLogger(HttpVisitor.class);

    private final HttpClient client;
    private final Duration timeout;

    /**
     * A visitor.
     *
     * @param timeout the longest that a visit may take; the provider waits for our answer meanwhile
     */
    public HttpVisitor(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public boolean visit(URI address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(timeout).build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            LOG.info("Visited {} to confirm: {}", address.getHost(), status);
            return status == 200;
        } catch (IOException e) {
            // Not the address: its query confirms.
            LOG.warn(
                    "Could not visit {} to confirm: {}",
                    address.getHost(),
                    e.getClass().getSimpleName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
