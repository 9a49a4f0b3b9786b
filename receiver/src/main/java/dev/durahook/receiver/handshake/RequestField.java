package dev.durahook.receiver.handshake;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.json.Pointers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A value in a request: its place and the form that it must have. Exactly one of the first five components is set.
 *
 * @param query the name of a parameter in the URL's query
 * @param header the name of a header
 * @param form the name of a field in a form body
 * @param pointer a JSON pointer into the body, such as /challenge
 * @param body whether the value is the whole body
 * @param matches a regular expression that the whole value must match; by default, any value that is not empty
 */
public record RequestField(
        @Nullable String query,
        @Nullable String header,
        @Nullable String form,
        @Nullable String pointer,
        @DefaultValue("false") boolean body,
        @DefaultValue("(?s).+") String matches) {

    /**
     * Checks the field.
     *
     * @throws InvalidRuleException if there is not exactly one place, or the pointer or the regular expression is not
     *     valid
     */
    public RequestField {
        Stream<Boolean> places = Stream.of(query != null, header != null, form != null, pointer != null, body);
        if (places.filter(declared -> declared).count() != 1) {
            throw new InvalidRuleException("must have exactly one of query, header, form, pointer and body: true");
        }
        Pointers.check(pointer);
        check(matches);
    }

    /** The value, if it was sent exactly once. */
    Optional<String> in(HandshakeRequest request) {
        List<String> all = all(request);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Whether the value was sent exactly once and matches. */
    boolean isIn(HandshakeRequest request) {
        return in(request).filter(this::fits).isPresent();
    }

    /** All values that were sent with this name. */
    List<String> all(HandshakeRequest request) {
        if (query != null) {
            return request.query(query);
        }
        if (header != null) {
            return request.header(header);
        }
        if (form != null) {
            return request.form(form);
        }
        return pointer == null ? List.of(request.body()) : request.json(pointer);
    }

    /** Whether a value matches. */
    boolean fits(String value) {
        return Pattern.matches(matches, value);
    }

    private static void check(String matches) {
        try {
            Pattern.compile(matches);
        } catch (PatternSyntaxException e) {
            throw new InvalidRuleException(
                    "has a value of the key matches that is not a valid regular expression: " + e.getDescription());
        }
    }
}
