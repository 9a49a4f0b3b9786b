package dev.durahook.testing.provider;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request on its way to its signature, and with it. Never changed: every change is another one. */
public final class Request {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String MEDIA_TYPE = "Content-Type";

    private final String url;
    private final String publicUrl;
    private final SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /**
     * A request.
     *
     * @param url where it is sent
     * @param publicUrl the URL that was entered at the provider
     * @param headers its headers
     * @param body its body; never to be changed
     */
    public Request(String url, String publicUrl, Map<String, String> headers, byte[] body) {
        this.url = url;
        this.publicUrl = publicUrl;
        this.headers.putAll(headers);
        this.body = body;
    }

    /** Where it is sent. */
    public String url() {
        return url;
    }

    /** The URL that was entered at the provider. */
    public String publicUrl() {
        return publicUrl;
    }

    /** Its headers, whose names have no case. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** Its body. Not a copy: never to be changed. */
    public byte[] body() {
        return body;
    }

    /** With this header. */
    public Request with(String name, String value) {
        Request changed = new Request(url, publicUrl, headers, body);
        changed.headers.put(name, value);
        return changed;
    }

    /** Sent to this URL. */
    Request to(String otherUrl) {
        return new Request(otherUrl, publicUrl, headers, body);
    }

    /** With this body. */
    Request carrying(String text) {
        return new Request(url, publicUrl, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The URL as providers sign it that add parameters of their own: the query is the one that is sent. */
    String addressed() {
        return address() + query().map(query -> "?" + query).orElse("");
    }

    /** The URL that was entered at the provider, without its query. */
    String address() {
        return publicUrl.replaceFirst("[?].*", "");
    }

    /** The query that is sent. */
    Optional<String> query() {
        int question = url.indexOf('?');
        return question < 0 ? Optional.empty() : Optional.of(url.substring(question + 1));
    }

    boolean isForm() {
        return headers.getOrDefault(MEDIA_TYPE, "").toLowerCase(Locale.ROOT).startsWith(FORM);
    }
}
