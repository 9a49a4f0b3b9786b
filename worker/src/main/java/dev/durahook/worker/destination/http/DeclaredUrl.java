package dev.durahook.worker.destination.http;

import dev.durahook.connection.secret.InvisibleCharacter;
import dev.durahook.worker.destination.address.LiteralHost;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import java.util.Objects;
import okhttp3.HttpUrl;

/** Checks an HTTP destination's URL. The URL may hold a credential, so no message quotes it. */
record DeclaredUrl(DeclaredDestination<HttpDestinationProperties> declared) {

    private static final String KEY = "url";

    HttpUrl check(boolean blockPrivateNetworks) {
        HttpDestinationProperties properties = declared.properties();
        HttpUrl url = parse(properties);
        require(
                url.username().isEmpty() && url.password().isEmpty(),
                "holds a user or a password: put credentials into request-headers, such as Authorization");
        require(
                url.isHttps() || properties.allowHttp() || LiteralHost.isLoopback(url.host()),
                "is not https, so events could be read and changed on the way. If the network is trusted, set"
                        + " allow-http: true");
        require(
                !blockPrivateNetworks || properties.allowPrivateNetwork() || !LiteralHost.isPrivate(url.host()),
                "is in a private network, which " + GuardProperties.KEY + " forbids. To allow it for this destination,"
                        + " set allow-private-network: true");
        return url;
    }

    private HttpUrl parse(HttpDestinationProperties properties) {
        // The URL parser would replace the character with an escape such as %E2%80%8B.
        InvisibleCharacter.in(Objects.requireNonNullElse(properties.url(), "")).ifPresent(character -> {
            throw declared.invalid(KEY, character.problem());
        });
        HttpUrl url = properties.url() == null ? null : HttpUrl.parse(properties.url());
        if (url == null) {
            throw declared.invalid(KEY, "must be a URL to post events to, such as https://crm.example.com/events");
        }
        return url;
    }

    private void require(boolean holds, String problem) {
        declared.require(holds, KEY, problem);
    }
}
