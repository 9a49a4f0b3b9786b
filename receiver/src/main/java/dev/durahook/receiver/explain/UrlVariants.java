package dev.durahook.receiver.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variants of a URL that reach the same place, one of which the sender may have signed. */
final class UrlVariants {

    private static final Pattern URL = Pattern.compile("https?://([^/:?#]+)(:[0-9]+)?([^?#]*)(\\?[^#]*)?(?:#.*)?");
    private static final List<String> SCHEMES = List.of("https://", "http://");

    private UrlVariants() {}

    /** Variants of the declared URL and of the request's URL. */
    static Set<String> of(String declared, String requested) {
        Set<String> variants = new LinkedHashSet<>();
        parsed(declared)
                .ifPresent(url -> addAll(variants, url, parsed(requested).orElse(url)));
        parsed(requested).ifPresent(url -> addAll(variants, url, url));
        variants.remove(declared);
        return variants;
    }

    /** The few variants that proxies cause: TLS that ends at the proxy, another host, and a slash at the end. */
    static Set<String> likely(String declared, String requested) {
        Set<String> variants = new LinkedHashSet<>();
        for (String url : List.of(requested, declared)) {
            parsed(url).ifPresent(parts -> addLikely(variants, parts));
        }
        variants.remove(declared);
        return variants;
    }

    private static void addLikely(Set<String> variants, Matcher url) {
        String path = url.group(3);
        for (String scheme : SCHEMES) {
            for (String anyPath : List.of(path, otherPath(path))) {
                variants.add(scheme + url.group(1) + text(url.group(2)) + anyPath + text(url.group(4)));
            }
        }
    }

    private static String otherPath(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }

    private static void addAll(Set<String> variants, Matcher url, Matcher other) {
        String path = url.group(3);
        for (String scheme : SCHEMES) {
            for (String port : List.of("", ":443", ":80", text(url.group(2)), text(other.group(2)))) {
                for (String anyPath : List.of(path, otherPath(path))) {
                    for (String query : List.of("", text(url.group(4)), text(other.group(4)))) {
                        variants.add(scheme + url.group(1) + port + anyPath + query);
                    }
                }
            }
        }
    }

    private static String text(String group) {
        return group == null ? "" : group;
    }

    private static Optional<Matcher> parsed(String url) {
        return Optional.of(URL.matcher(url)).filter(Matcher::matches);
    }
}
