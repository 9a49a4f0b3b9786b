package dev.durahook.receiver.source;

import dev.durahook.receiver.json.Pointers;
import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where an event's type is.
 *
 * @param header the header that carries it; of several names the first that was sent counts
 * @param pointer where it is in a JSON body, as a JSON pointer such as /type; several where it is said in parts, which
 *     a full stop joins
 * @param otherwise where it is in an event that has none there, in the order to try: header or pointer of each
 * @param fallback the type of an event that carries none. Alone, it is the type of every event. Without it, such an
 *     event is {@value #UNIDENTIFIED}
 * @param kinds messages of another kind, which have a type of their own whatever stands in the place of an event's
 */
public record TypeRule(
        @DefaultValue List<String> header,
        @DefaultValue List<String> pointer,
        @DefaultValue List<TypeRule> otherwise,
        @Name("default") @Nullable String fallback,
        @DefaultValue List<MessageKind> kinds) {

    /** The type of an event that says none, though its scheme knows where one should be. */
    public static final String UNIDENTIFIED = "unidentified";

    public TypeRule {
        header = List.copyOf(header);
        pointer = List.copyOf(pointer);
        otherwise = List.copyOf(otherwise);
        kinds = List.copyOf(kinds);
        if (!header.isEmpty() && !pointer.isEmpty()) {
            throw new InvalidRuleException("must say one of header and pointer, not both");
        }
        boolean isFixed = header.isEmpty() && pointer.isEmpty();
        if (isFixed && fallback == null) {
            throw new InvalidRuleException("must say one of header, pointer and default");
        }
        if (fallback != null && fallback.isBlank()) {
            throw new InvalidRuleException("has an empty default: name a type or leave it out");
        }
        if (isFixed && !otherwise.isEmpty()) {
            throw new InvalidRuleException("has an otherwise and neither header nor pointer, after which it is tried");
        }
        if (otherwise.stream().anyMatch(TypeRule::isMoreThanAPlace)) {
            throw new InvalidRuleException(
                    "has an otherwise that is more than header or pointer: say default beside it");
        }
        pointer.forEach(Pointers::check);
    }

    /** Always this type. */
    static TypeRule always(String type) {
        return new TypeRule(List.of(), List.of(), List.of(), type, List.of());
    }

    /** This rule and those that are tried after it, in their order. */
    List<TypeRule> inOrder() {
        return Stream.concat(Stream.of(this), otherwise.stream()).toList();
    }

    /** Every pointer into the body that it follows. */
    List<String> pointers() {
        Stream<String> places = inOrder().stream().flatMap(rule -> rule.pointer().stream());
        return Stream.concat(places, kinds.stream().map(MessageKind::pointer)).toList();
    }

    /** Every header that it reads. */
    List<String> headers() {
        return inOrder().stream().flatMap(rule -> rule.header().stream()).toList();
    }

    /** The type as the provider wrote it, or the default of its scheme. */
    Optional<String> read(Facts facts) {
        Optional<String> ofItsOwn = kinds.stream()
                .filter(kind -> kind.isOf(facts))
                .map(MessageKind::type)
                .findFirst();
        return ofItsOwn.isPresent() ? ofItsOwn : ofEvent(facts);
    }

    private Optional<String> ofEvent(Facts facts) {
        for (TypeRule rule : inOrder()) {
            List<String> found = facts.find(rule.header(), rule.pointer());
            if (!found.isEmpty()) {
                return Optional.of(String.join(".", found));
            }
        }
        return Optional.ofNullable(fallback);
    }

    private boolean isMoreThanAPlace() {
        return fallback != null || !otherwise.isEmpty() || !kinds.isEmpty();
    }
}
