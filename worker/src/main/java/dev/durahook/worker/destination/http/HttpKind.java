package dev.durahook.worker.destination.http;

import dev.durahook.worker.destination.http.client.HttpClients;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import java.time.InstantSource;
import okhttp3.OkHttpClient;
import org.springframework.core.env.Environment;

/** The kind of destination that events are posted to over HTTP, signed by Standard Webhooks. */
public final class HttpKind implements DestinationKind<HttpDestinationProperties>, AutoCloseable {

    private final HttpClients clients;
    private final boolean blockPrivateNetworks;
    private final InstantSource clock;

    HttpKind(HttpClients clients, boolean blockPrivateNetworks, InstantSource clock) {
        this.clients = clients;
        this.blockPrivateNetworks = blockPrivateNetworks;
        this.clock = clock;
    }

    /** Returns this kind with the settings of a configuration. */
    public static HttpKind of(Environment environment, InstantSource clock) {
        return new HttpKind(
                new HttpClients(new OkHttpClient.Builder()),
                GuardProperties.of(environment).blockPrivateNetworks(),
                clock);
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Class<HttpDestinationProperties> properties() {
        return HttpDestinationProperties.class;
    }

    @Override
    public Transport open(DeclaredDestination<HttpDestinationProperties> declared) {
        HttpDestination destination = new HttpDeclaration(declared).check(blockPrivateNetworks);
        return new HttpTransport(
                destination,
                clients.of(destination.timeouts(), declared.concurrency(), destination.isGuarded()),
                clock);
    }

    @Override
    public void close() {
        clients.close();
    }
}
