package dev.durahook.receiver.identity;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.configuration.RuleHeaders;
import dev.durahook.receiver.json.Pointers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * A rule for the type of an event.
 *
 * @param header the header that carries the type; of several names, the first that was sent is used
 * @param pointer where the type is in a JSON body, as a JSON pointer such as /type; several pointers if the type has
 *     several parts, which are joined by full stops
 * @param otherwise where else to look for the type, in the order to try: header or pointer of each
 * @param fallback the type of an event without one. If header and pointer are absent, the type of every event. Without
 *     a default, the type is {@value #UNIDENTIFIED}
 * @param kinds other kinds of messages that are not events; each kind has a type
 */
public record TypeRule(
        @DefaultValue List<String> header,
        @DefaultValue List<String> pointer,
        @DefaultValue List<TypeRule> otherwise,
        @Name("default") @Nullable String fallback,
        @DefaultValue List<MessageKind> kinds) {

    /** The type of an event that lacks the type, although the scheme says where the type should be. */
    public static final String UNIDENTIFIED = "unidentified";

    /**
     * Checks the rule.
     *
     * @throws InvalidRuleException if the keys contradict one another, or a pointer is not valid
     */
    public TypeRule {
        header = List.copyOf(header);
        pointer = List.copyOf(pointer);
        otherwise = List.copyOf(otherwise);
        kinds = List.copyOf(kinds);
        if (!header.isEmpty() && !pointer.isEmpty()) {
            throw new InvalidRuleException("has a header and a pointer: remove one of them");
        }
        boolean isFixed = header.isEmpty() && pointer.isEmpty();
        if (isFixed && fallback == null) {
            throw new InvalidRuleException("must have one of header, pointer and default");
        }
        if (fallback != null && fallback.isBlank()) {
            throw new InvalidRuleException("has an empty default: set a type, or remove it");
        }
        if (isFixed && !otherwise.isEmpty()) {
            throw new InvalidRuleException(
                    "has the key otherwise, but neither header nor pointer: add one of these, or remove otherwise");
        }
        if (otherwise.stream().anyMatch(TypeRule::isMoreThanAPlace)) {
            throw new InvalidRuleException(
                    "has a rule under otherwise with more than header or pointer: move default and kinds to the rule itself");
        }
        pointer.forEach(Pointers::check);
        RuleHeaders.check(header);
    }

    /** A rule that gives every event this type. */
    public static TypeRule always(String type) {
        return new TypeRule(List.of(), List.of(), List.of(), type, List.of());
    }

    /** This rule, followed by the rules under otherwise. */
    public List<TypeRule> inOrder() {
        return Stream.concat(Stream.of(this), otherwise.stream()).toList();
    }

    /** The pointers into the body of this rule, of the rules under otherwise and of the kinds. */
    List<String> pointers() {
        Stream<String> places = inOrder().stream().flatMap(rule -> rule.pointer().stream());
        return Stream.concat(places, kinds.stream().map(MessageKind::pointer)).toList();
    }

    /** The headers that this rule and the rules under otherwise read. */
    public List<String> headers() {
        return inOrder().stream().flatMap(rule -> rule.header().stream()).toList();
    }

    /** The type as the provider wrote it, or the rule's default. */
    Optional<String> read(EventValues values) {
        Optional<String> ofItsOwn = kinds.stream()
                .filter(kind -> kind.isOf(values))
                .map(MessageKind::type)
                .findFirst();
        return ofItsOwn.isPresent() ? ofItsOwn : ofEvent(values);
    }

    private Optional<String> ofEvent(EventValues values) {
        for (TypeRule rule : inOrder()) {
            List<String> found = values.find(rule.header(), rule.pointer());
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
