package dev.durahook.receiver.signing;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.provider.ProviderVerifier;
import dev.durahook.receiver.verifier.Verifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;

/**
 * The verifiers to which a scheme can refer by name: verifiers of the catalogue's providers, and an application's
 * beans.
 */
public final class Verifiers {

    private final Map<String, Verifier> byName = new TreeMap<>();
    private final @Nullable Function<String, Verifier> otherwise;

    private Verifiers(Iterable<? extends Verifier> own, @Nullable Function<String, Verifier> otherwise) {
        this.otherwise = otherwise;
        List.of(ProviderVerifier.values()).forEach(this::add);
        own.forEach(this::add);
    }

    /** The verifiers of the catalogue only. */
    public static Verifiers ofCatalogue() {
        return with(List.of());
    }

    /**
     * The verifiers of the catalogue and of an application.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static Verifiers with(Iterable<? extends Verifier> own) {
        return new Verifiers(own, null);
    }

    /**
     * For a program that does not contain the classes of an application: each other name is accepted, but not usable.
     */
    public static Verifiers withoutApplication() {
        return new Verifiers(List.of(), AbsentVerifier::new);
    }

    private void add(Verifier verifier) {
        if (byName.putIfAbsent(canonical(verifier.name()), verifier) != null) {
            throw new IllegalArgumentException("two verifiers are named '" + canonical(verifier.name())
                    + "': rename the one of class " + verifier.getClass().getName());
        }
    }

    /** Lets Spring's binder read a name as the verifier with this name. */
    public ConversionService conversion() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(String.class, Verifier.class, this::named);
        return conversion;
    }

    private Verifier named(String name) {
        Verifier verifier = byName.get(canonical(name));
        if (verifier != null) {
            return verifier;
        }
        if (otherwise != null) {
            return otherwise.apply(name);
        }
        throw new InvalidRuleException("is not a known verifier; use one of " + String.join(", ", byName.keySet())
                + ", or add a bean of type " + Verifier.class.getSimpleName() + " with this name");
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
