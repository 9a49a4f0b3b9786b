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

    /** Signed, and nothing else. */
    static Declared crm(String url) {
        return new Declared().with("url", url).with("secrets", SECRET);
    }

    /** Nothing at all. */
    static Declared nothing() {
        return new Declared();
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
        MockEnvironment environment = new MockEnvironment();
        properties.forEach(environment::setProperty);
        return Destinations.of(DestinationBinding.of(environment), blockPrivateNetworks);
    }

    Destination destination() {
        return destinations().all().iterator().next();
    }
}
