package dev.durahook.worker.delivery;

import dev.durahook.connection.secret.InvisibleCharacter;
import java.util.Objects;
import java.util.function.BiFunction;
import okhttp3.HttpUrl;

/**
 * Checks a destination's URL. The URL may hold a credential, so no message quotes it.
 *
 * @param properties the destination as it was declared
 * @param invalid makes an exception from a key and a problem
 */
record DeclaredUrl(DestinationProperties properties, BiFunction<String, String, InvalidDestinationException> invalid) {

    private static final String KEY = "url";

    HttpUrl check(boolean blockPrivateNetworks) {
        HttpUrl url = parse();
        require(
                url.username().isEmpty() && url.password().isEmpty(),
                "holds a user or a password: put credentials into request-headers, such as Authorization");
        require(
                url.isHttps() || properties.allowHttp() || LiteralHost.isLoopback(url.host()),
                "is not https: anybody on the way could read and change events. Where nobody can, set allow-http: true");
        require(
                !blockPrivateNetworks || properties.allowPrivateNetwork() || !LiteralHost.isPrivate(url.host()),
                "is in a private network, which durahook.delivery.block-private-networks forbids. If it shall be, set"
                        + " allow-private-network: true");
        return url;
    }

    private HttpUrl parse() {
        // The URL parser would replace the character with an escape such as %E2%80%8B.
        InvisibleCharacter.in(Objects.requireNonNullElse(properties.url(), "")).ifPresent(character -> {
            throw invalid.apply(KEY, character.problem());
        });
        HttpUrl url = properties.url() == null ? null : HttpUrl.parse(properties.url());
        if (url == null) {
            throw invalid.apply(KEY, "must be a URL to post events to, such as https://crm.example.com/events");
        }
        return url;
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw invalid.apply(KEY, problem);
        }
    }
}
