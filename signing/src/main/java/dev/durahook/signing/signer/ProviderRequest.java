package dev.durahook.signing.signer;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A request before and after it is signed. Requests are immutable: every change returns another request. */
public final class ProviderRequest {

    /** The media type of a form. */
    public static final String FORM = "application/x-www-form-urlencoded";
    /** The name of the header with the media type. */
    public static final String MEDIA_TYPE = "Content-Type";

    private final String url;
    private final String publicUrl;
    private final SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /**
     * A request.
     *
     * @param url the URL to which the request is sent
     * @param publicUrl the URL that was entered at the provider
     * @param headers the request's headers
     * @param body the request's body; the caller must not change it afterwards
     */
    public ProviderRequest(String url, String publicUrl, Map<String, String> headers, byte[] body) {
        this.url = url;
        this.publicUrl = publicUrl;
        this.headers.putAll(headers);
        this.body = body;
    }

    /** The URL to which the request is sent. */
    public String url() {
        return url;
    }

    /** The URL that was entered at the provider. */
    public String publicUrl() {
        return publicUrl;
    }

    /** The request's headers, whose names are not case-sensitive. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The request's body itself, not a copy; the caller must not change it. */
    public byte[] body() {
        return body;
    }

    /** The same request with this header. */
    public ProviderRequest with(String name, String value) {
        ProviderRequest changed = new ProviderRequest(url, publicUrl, headers, body);
        changed.headers.put(name, value);
        return changed;
    }

    /** The same request, sent to this URL. */
    public ProviderRequest to(String otherUrl) {
        return new ProviderRequest(otherUrl, publicUrl, headers, body);
    }

    /** The same request with this body. */
    public ProviderRequest carrying(String text) {
        return new ProviderRequest(url, publicUrl, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The URL that is signed by providers that add query parameters of their own: the URL that was entered at the
     * provider, with the query that is sent.
     */
    public String addressed() {
        return address() + query().map(query -> "?" + query).orElse("");
    }

    /** The URL that was entered at the provider, without its query and its fragment. */
    public String address() {
        return publicUrl.replaceFirst("[?#].*", "");
    }

    /** The query of the URL to which the request is sent. */
    public Optional<String> query() {
        int question = url.indexOf('?');
        return question < 0 ? Optional.empty() : Optional.of(url.substring(question + 1));
    }

    /** Whether the body is a form, by the media type in its header. */
    public boolean isForm() {
        return headers.getOrDefault(MEDIA_TYPE, "").toLowerCase(Locale.ROOT).startsWith(FORM);
    }
}
