package dev.durahook.worker.delivery;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.mock.env.MockEnvironment;

/** Destinations as a configuration declares them, with one named {@code crm}. */
final class Declared {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Map<String, String> properties = new TreeMap<>();
    private boolean blockPrivateNetworks;

    private Declared() {}

    /** A signed destination without other settings. */
    static Declared crm(String url) {
        return new Declared().with("url", url).with("secrets", SECRET);
    }

    Declared with(String key, String value) {
        properties.put(DestinationBinding.KEY + ".crm." + key, value);
        return this;
    }

    Declared without(String key) {
        properties.remove(DestinationBinding.KEY + ".crm." + key);
        return this;
    }

    Declared guarded() {
        blockPrivateNetworks = true;
        return this;
    }

    Destinations destinations() {
        return Destinations.of(bound(), blockPrivateNetworks);
    }

    Destination destination() {
        return destinations().all().iterator().next();
    }

    DestinationProperties properties() {
        return bound().get("crm");
    }

    private Map<String, DestinationProperties> bound() {
        MockEnvironment environment = new MockEnvironment();
        properties.forEach(environment::setProperty);
        return DestinationBinding.of(environment);
    }
}
