package dev.durahook.standalone.temporal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Recognises the Web UI by the settings that its server gives to the page in the browser. */
public final class HttpWebUiProbe implements WebUiProbe {

    // A busy machine takes seconds. Without an answer, the Web UI's address is not printed.
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Override
    public Optional<URI> on(int port) {
        URI settings = URI.create("http://" + LocalAddress.HOST + ":" + port + "/api/v1/settings");
        return isWebUi(settings) ? Optional.of(LocalAddress.webUi(port)) : Optional.empty();
    }

    private static boolean isWebUi(URI settings) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        HttpRequest request = HttpRequest.newBuilder(settings).timeout(TIMEOUT).build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 && response.body().contains("\"DefaultNamespace\"");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
