package dev.durahook.receiver.extraction;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.delivery.Headers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Selects the headers of a delivery that are stored with its event. Only listed headers are kept, because values in
 * Temporal stay there and are visible to all of its users.
 */
public final class KeptHeaders {

    /**
     * Most characters of all kept names and values together, so that the event stays small compared to its body.
     * Headers that no longer fit are left out.
     */
    static final int MAX_TOTAL = 16 * 1024;

    private static final List<String> ALWAYS = List.of("content-type", "user-agent");

    // Words in the names of headers, without hyphens and underscores.
    private static final List<String> CREDENTIALS =
            List.of("authorization", "cookie", "apikey", "jwt", "credential", "password");
    private static final List<String> SIGNATURES_AND_TOKENS = List.of("signature", "secret", "token", "hmac");
    // A header that only sounds like a credential can be declared by its name.
    private static final List<String> LEFT_OUT_BY_A_STAR = List.of("auth", "oidc", "session", "passw");

    private static final String ANY = "*";

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> signatures;
    private final boolean hasBeginnings;

    private KeptHeaders(Stream<String> names, Set<String> signatures) {
        this.signatures = signatures;
        names.map(KeptHeaders::lower).forEach(this.names::add);
        this.hasBeginnings = this.names.stream().anyMatch(name -> name.endsWith(ANY));
    }

    /**
     * Selects the headers that the scheme needs, and the headers that the source declares.
     *
     * @param identifying the headers that carry id and type
     * @param declared further headers of the scheme and the source; a name that ends in a star stands for all names
     *     with this beginning
     * @param signing the headers that carry the scheme's signature
     * @throws InvalidRuleException if a declared header carries a credential
     */
    public static KeptHeaders of(Collection<String> identifying, List<String> declared, List<String> signing) {
        Set<String> signatures = new LinkedHashSet<>();
        signing.forEach(name -> signatures.add(lower(name)));
        declared.forEach(name -> check(lower(name), signatures));
        Stream<String> all = Stream.of(ALWAYS, identifying, declared).flatMap(Collection::stream);
        return new KeptHeaders(all.filter(name -> !signatures.contains(lower(name))), signatures);
    }

    /**
     * Whether a header of this name carries a credential, as far as the name tells. Tokens don't count, because a token
     * may also name a delivery.
     */
    public static boolean isCredential(String name) {
        return hasOne(CREDENTIALS, lower(name));
    }

    /** The kept headers of a delivery, by lower-case name; values of repeated headers are joined with commas. */
    public Map<String, String> of(Headers headers) {
        Map<String, String> kept = new LinkedHashMap<>();
        int total = 0;
        for (String name : sent(headers)) {
            String value = String.join(", ", headers.all(name));
            int size = name.length() + value.length();
            if (!value.isEmpty() && total + size <= MAX_TOTAL) {
                kept.put(name, value);
                total += size;
            }
        }
        return kept;
    }

    private Set<String> sent(Headers headers) {
        return hasBeginnings ? resolved(headers) : names;
    }

    private Set<String> resolved(Headers headers) {
        Set<String> resolved = new LinkedHashSet<>();
        for (String name : names) {
            if (name.endsWith(ANY)) {
                String beginning = name.substring(0, name.length() - 1);
                headers.names().stream()
                        .filter(each -> each.startsWith(beginning) && !isLeftOut(each))
                        .sorted()
                        .forEach(resolved::add);
            } else {
                resolved.add(name);
            }
        }
        return resolved;
    }

    private boolean isLeftOut(String name) {
        return isSecret(name, signatures) || hasOne(LEFT_OUT_BY_A_STAR, name);
    }

    private static boolean isSecret(String name, Set<String> signatures) {
        return signatures.contains(name) || isCredential(name) || hasOne(SIGNATURES_AND_TOKENS, name);
    }

    private static boolean hasOne(List<String> words, String name) {
        String letters = name.replace("-", "").replace("_", "");
        return words.stream().anyMatch(letters::contains);
    }

    private static void check(String name, Set<String> signatures) {
        if (name.equals(ANY)) {
            throw new InvalidRuleException(
                    "lists every header: write the beginning of the names to keep, such as ce-*");
        }
        String beginning = name.endsWith(ANY) ? name.substring(0, name.length() - 1) : name;
        if (!Headers.isName(beginning) || beginning.contains(ANY)) {
            throw new InvalidRuleException("lists a name that no header can have: use letters, digits and hyphens,"
                    + " without a colon, and a star only at the end");
        }
        if (isSecret(name, signatures)) {
            throw new InvalidRuleException("lists " + name
                    + ", which carries a signature or a credential and must not be stored with an event: remove it");
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
