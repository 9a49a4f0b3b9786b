package dev.durahook.receiver.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The media types that a source accepts.
 *
 * @param accepted the types, with wildcards such as {@code application/*+json}; if empty, all types are accepted
 */
public record MediaTypes(List<MimeType> accepted) {

    /**
     * Whether the value of a Content-Type header has an accepted media type. A missing or malformed value is accepted
     * only if all types are accepted.
     */
    public boolean accept(@Nullable String contentType) {
        return accepted.isEmpty() || (contentType != null && accepts(contentType));
    }

    private boolean accepts(String contentType) {
        try {
            MimeType sent = MimeTypeUtils.parseMimeType(contentType);
            return accepted.stream().anyMatch(type -> type.includes(sent));
        } catch (InvalidMimeTypeException e) {
            return false;
        }
    }
}
