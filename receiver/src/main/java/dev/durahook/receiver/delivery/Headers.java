package dev.durahook.receiver.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The headers of a request. Names are compared without regard to case; values keep their order. */
public final class Headers {

    // A token of RFC 9110.
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Whether a header can have this name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Copies the headers. Values of names that differ only in case are joined. */
    public static Headers of(Map<String, List<String>> headers) {
        Map<String, List<String>> byName = new TreeMap<>();
        headers.forEach((name, values) ->
                byName.computeIfAbsent(lower(name), n -> new ArrayList<>()).addAll(values));
        return new Headers(byName);
    }

    /** Every value of a header; empty if it was not sent. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(lower(name), List.of()));
    }

    /** Every value of the first of these headers that was sent; empty if no such header was sent. */
    public List<String> allOfFirst(List<String> names) {
        return names.stream()
                .map(this::all)
                .filter(sent -> !sent.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * The value of a header that was sent exactly once; empty if it was repeated, because then it is unclear which
     * value was signed.
     */
    public Optional<String> single(String name) {
        List<String> all = all(name);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The names that were sent, in lower case. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** The same headers without each header whose name, in lower case, matches the predicate. */
    public Headers without(Predicate<String> lowerCaseName) {
        Map<String, List<String>> kept = new TreeMap<>(values);
        kept.keySet().removeIf(lowerCaseName);
        return new Headers(kept);
    }

    /** The same headers with this value for a header. The values that were sent for this header are replaced. */
    Headers with(String name, String value) {
        Map<String, List<String>> changed = new TreeMap<>(values);
        changed.put(lower(name), List.of(value));
        return new Headers(changed);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
