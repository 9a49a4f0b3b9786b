package dev.durahook.worker.destination.http;

import dev.durahook.worker.destination.Destinations;
import dev.durahook.worker.destination.kind.DeclaredDestination;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.worker.destination.kind.Transport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

/** The configuration of one destination, named {@code crm}. */
final class CrmDeclaration {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Map<String, String> properties = new TreeMap<>();
    private final Map<String, Object> variables = new TreeMap<>();
    private boolean blockPrivateNetworks;

    private CrmDeclaration() {}

    /** Signed, and nothing else. */
    static CrmDeclaration crm(String url) {
        return new CrmDeclaration().with("url", url).with("secrets", SECRET);
    }

    CrmDeclaration with(String key, String value) {
        properties.put(key, value);
        return this;
    }

    CrmDeclaration withDefault(String key, String value) {
        properties.putIfAbsent(key, value);
        return this;
    }

    CrmDeclaration without(String key) {
        properties.remove(key);
        return this;
    }

    /** Sets a variable of the environment. */
    CrmDeclaration withVariable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    CrmDeclaration guarded() {
        blockPrivateNetworks = true;
        return this;
    }

    Destinations destinations() {
        return destinations(new OpenedBy(blockPrivateNetworks, CrmDeclaration::transport));
    }

    Destinations destinations(DestinationKind<?> kind) {
        MockEnvironment environment = new MockEnvironment();
        properties.forEach((key, value) -> environment.setProperty("durahook.destinations.crm." + key, value));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return Destinations.of(environment, List.of(kind));
    }

    /** Returns what the HTTP kind makes of the declaration. */
    HttpDestination destination() {
        List<HttpDestination> checked = new ArrayList<>();
        destinations(new OpenedBy(blockPrivateNetworks, destination -> {
            checked.add(destination);
            return transport(destination);
        }));
        return checked.get(0);
    }

    static Transport transport(HttpDestination destination) {
        return new HttpTransport(destination, new OkHttpClient(), InstantSource.system());
    }

    /** The HTTP kind with a transport that a test chooses. */
    record OpenedBy(boolean blockPrivateNetworks, Function<HttpDestination, Transport> transports)
            implements DestinationKind<HttpDestinationProperties> {

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
            return transports.apply(new HttpDeclaration(declared).check(blockPrivateNetworks));
        }
    }
}
