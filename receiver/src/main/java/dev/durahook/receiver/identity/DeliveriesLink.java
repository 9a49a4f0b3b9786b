package dev.durahook.receiver.identity;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.json.Pointers;
import dev.durahook.workflows.text.Template;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A link to the provider's own page about its deliveries, from a template such as {@code
 * https://github.com/{/repository/full_name}/settings/hooks}. The host is fixed. If a value from the sender could
 * change more than a part of the path, there is no link.
 */
public final class DeliveriesLink {

    /** For schemes whose provider has no such page. */
    public static final DeliveriesLink NONE = new DeliveriesLink(new Template(""));

    private static final Pattern TEMPLATE =
            Pattern.compile("https://[a-z0-9-]+(\\.[a-z0-9-]+)+(/([A-Za-z0-9._~/-]|\\{/[^{}]+})*)?");
    // One or two path segments that are neither "." nor "..".
    private static final Pattern VALUE =
            Pattern.compile("(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+(/(?!\\.{1,2}$)[A-Za-z0-9._-]+)?");
    private static final int LONGEST_VALUE = 200;

    private final Template template;

    private DeliveriesLink(Template template) {
        this.template = template;
    }

    /**
     * A link with this template.
     *
     * @throws InvalidRuleException if values from a sender could change the host
     */
    public static DeliveriesLink of(String template) {
        if (!TEMPLATE.matcher(template).matches()) {
            throw new InvalidRuleException(
                    "has an invalid deliveries link: use https://, a host without pointers, and a path that may"
                            + " contain pointers such as {/id}");
        }
        DeliveriesLink link = new DeliveriesLink(new Template(template));
        link.pointers().forEach(Pointers::check);
        return link;
    }

    /** The JSON pointers in the template. */
    Set<String> pointers() {
        return template.pointers();
    }

    /** The link for an event; empty without a template, or if a value is missing or may not be a part of the path. */
    Optional<String> filled(EventValues values) {
        return template.fill(pointer -> values.at(pointer).filter(DeliveriesLink::isPartOfAPath))
                .filter(link -> !link.isEmpty());
    }

    private static boolean isPartOfAPath(String value) {
        return value.length() <= LONGEST_VALUE && VALUE.matcher(value).matches();
    }
}
