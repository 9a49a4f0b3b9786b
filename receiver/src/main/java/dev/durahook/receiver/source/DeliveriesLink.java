package dev.durahook.receiver.source;

import dev.durahook.receiver.json.Pointers;
import dev.durahook.receiver.signature.InvalidRuleException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The provider's own page on its deliveries, from a template such as {@code
 * https://github.com/{/repository/full_name}/settings/hooks}. Its host is fixed, and a value from a sender that could be
 * more than a part of the path makes it no link at all.
 */
final class DeliveriesLink {

    /** A scheme whose provider has no such page. */
    static final DeliveriesLink NONE = new DeliveriesLink(new Template(""));

    private static final Pattern TEMPLATE =
            Pattern.compile("https://[a-z0-9-]+(\\.[a-z0-9-]+)+(/([A-Za-z0-9._~/-]|\\{/[^{}]+})*)?");
    // One or two names, none of which is a dot or two.
    private static final Pattern VALUE =
            Pattern.compile("(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+(/(?!\\.{1,2}$)[A-Za-z0-9._-]+)?");
    private static final int LONGEST_VALUE = 200;

    private final Template template;

    private DeliveriesLink(Template template) {
        this.template = template;
    }

    /**
     * A link of this form.
     *
     * @throws InvalidRuleException if a sender could choose where it leads
     */
    static DeliveriesLink of(String template) {
        if (!TEMPLATE.matcher(template).matches()) {
            throw new InvalidRuleException("has a link that is none: deliveries must be https://, a host without a"
                    + " pointer in it, and a path in which pointers such as {/id} stand for values");
        }
        DeliveriesLink link = new DeliveriesLink(new Template(template));
        link.pointers().forEach(Pointers::check);
        return link;
    }

    /** The pointers that it needs. */
    Set<String> pointers() {
        return template.pointers();
    }

    Optional<String> of(Facts facts) {
        return template.fill(place -> facts.at(place).filter(DeliveriesLink::isPartOfAPath))
                .filter(link -> !link.isEmpty());
    }

    private static boolean isPartOfAPath(String value) {
        return value.length() <= LONGEST_VALUE && VALUE.matcher(value).matches();
    }
}
