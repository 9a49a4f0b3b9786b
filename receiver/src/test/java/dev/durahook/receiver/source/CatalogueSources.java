package dev.durahook.receiver.source;

import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.signature.Algorithm;
import dev.durahook.receiver.signature.SignatureRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source of every scheme of the catalogue that signs by a rule and a shared secret, and the headers that it reads.
 */
final class CatalogueSources {

    /** A secret of digits only, which is a valid key in every form of secrets. */
    private static final String SECRET = "4111928374650192837465019283746501928374650192837465019283746501";

    private static final Set<Algorithm> PUBLIC_KEY = EnumSet.of(Algorithm.ED25519, Algorithm.ECDSA_P256_SHA256);

    private static final Schemes SCHEMES = Schemes.load();

    private final List<Entry> entries = new ArrayList<>();

    CatalogueSources() {
        SCHEMES.names().stream()
                .filter(name -> hasSharedSecret(scheme(name).signature()))
                .forEach(name -> entries.add(entry(name)));
    }

    /** The scheme of this name; any other text selects one of the schemes as well. */
    Entry named(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseGet(() -> entries.get(Math.floorMod(name.hashCode(), entries.size())));
    }

    private static boolean hasSharedSecret(@Nullable SignatureRule rule) {
        return rule != null && !PUBLIC_KEY.contains(rule.algorithm());
    }

    private static Entry entry(String name) {
        Scheme scheme = scheme(name);
        String url = scheme.signature().signsUrl() ? ", public-url: 'https://example.com/'" : "";
        String id = scheme.id() == null ? ", id: {header: X-Id}" : "";
        String yaml = "shop: {scheme: %s, secrets: ['%s']%s%s}".formatted(name, SECRET, url, id);
        return new Entry(name, Declaration.source(yaml), headers(scheme));
    }

    private static List<String> headers(Scheme scheme) {
        SignatureRule rule = scheme.signature();
        Set<String> names = new LinkedHashSet<>(rule.header());
        if (rule.timestamp() != null) {
            names.addAll(rule.timestamp().header());
        }
        names.addAll(scheme.id() == null ? List.of("X-Id") : scheme.idRule().headers());
        names.addAll(scheme.typeRule().headers());
        return List.copyOf(names);
    }

    private static Scheme scheme(String name) {
        return SCHEMES.named(name).orElseThrow();
    }

    /**
     * A scheme.
     *
     * @param headers the headers it reads: signature, timestamp, id and type, in this order
     */
    record Entry(String name, Source source, List<String> headers) {}
}
