package dev.durahook.standalone.temporal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Recognises the Web UI by the settings that its server gives to the page in the browser. */
public final class HttpWebUiProbe implements WebUiProbe {

    // A busy machine takes seconds. Without an answer, the Web UI's address is not printed.
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_SIZE = 100_000;

    private final Duration timeout;

    /** Waits ten seconds for an answer. */
    public HttpWebUiProbe() {
        this(TIMEOUT);
    }

    HttpWebUiProbe(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Optional<URI> on(int port) {
        URI settings = URI.create("http://" + LocalAddress.HOST + ":" + port + "/api/v1/settings");
        return isWebUi(settings) ? Optional.of(LocalAddress.webUi(port)) : Optional.empty();
    }

    // Another program may send an endless answer: the time covers the whole answer, and only its beginning is read.
    private boolean isWebUi(URI settings) {
        HttpRequest request = HttpRequest.newBuilder(settings).build();
        CompletableFuture<Boolean> answer = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(HttpWebUiProbe::isOfWebUi);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isOfWebUi(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            String beginning = new String(body.readNBytes(MAX_SIZE), StandardCharsets.UTF_8);
            return response.statusCode() == 200 && beginning.contains("\"DefaultNamespace\"");
        } catch (IOException e) {
            return false;
        }
    }
}
