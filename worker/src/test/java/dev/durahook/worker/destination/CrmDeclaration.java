package dev.durahook.worker.destination;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.mock.env.MockEnvironment;

/** Destinations as a configuration declares them, with one named {@code crm}. */
final class CrmDeclaration {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Map<String, String> properties = new TreeMap<>();
    private boolean blockPrivateNetworks;

    private CrmDeclaration() {}

    /** Signed, and nothing else. */
    static CrmDeclaration crm(String url) {
        return new CrmDeclaration().with("url", url).with("secrets", SECRET);
    }

    CrmDeclaration with(String key, String value) {
        properties.put(DestinationBinding.KEY + ".crm." + key, value);
        return this;
    }

    CrmDeclaration without(String key) {
        properties.remove(DestinationBinding.KEY + ".crm." + key);
        return this;
    }

    CrmDeclaration guarded() {
        blockPrivateNetworks = true;
        return this;
    }

    Destinations destinations() {
        return Destinations.of(bound(), blockPrivateNetworks);
    }

    HttpDestination destination() {
        return destinations().all().iterator().next();
    }

    HttpDestinationProperties properties() {
        return bound().get("crm");
    }

    private Map<String, HttpDestinationProperties> bound() {
        MockEnvironment environment = new MockEnvironment();
        properties.forEach(environment::setProperty);
        return DestinationBinding.of(environment);
    }
}
