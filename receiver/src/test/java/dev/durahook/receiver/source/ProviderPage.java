package dev.durahook.receiver.source;

import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.receiver.scheme.SetupGuide;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes docs/providers.md: how to connect each provider in schemes.yml. */
final class ProviderPage {

    private static final String HEAD = """
            # Providers

            Generated from [schemes.yml](../receiver/src/main/resources/schemes.yml). After a change of that file, run

            ```
            %s
            ```

            A source's `scheme` is one of these names, as [operations](operations.md) shows. Deliveries are sent to
            `/webhooks/<source>`. A sender that is not listed can be declared with `scheme: custom` and the same keys;
            [Recipes](recipes.md) has such declarations for Alertmanager, MLflow, Outpost and a container registry.

            An event's id decides whether a delivery is new, as long as Temporal retains the workflow: if the id is known, the
            answer says that the event was stored before, and nothing runs again. An event's id is,
            [in this order of preference](decisions/0003-what-names-an-event.md): an id that the sender signs; an unsigned id of
            the delivery; an id of the receiver's own, new for each delivery, if bodies can repeat; the hash of the body, if the
            body itself identifies the event. If the id is not signed, an attacker who has captured a delivery can send it again
            with another id. If a timestamp is signed, an old delivery is always refused.

            A genuine delivery is never refused because a value is missing. An event without an id gets a random one for each
            delivery, an event without a type has the type `unidentified`, and a delivery without its list of events is one
            event. The log reports this once, and `durahook.events.unidentified` counts such events. The types below are those
            of a source with the same name as its scheme.

            """;

    private final Schemes schemes;

    ProviderPage(Schemes schemes) {
        this.schemes = schemes;
    }

    /**
     * The page.
     *
     * @param command the command that writes the page
     */
    String text(String command) {
        List<ProviderSection> sections = schemes.names().stream()
                .map(name -> new ProviderSection(name, schemes.named(name).orElseThrow()))
                .sorted(Comparator.comparing(
                        section -> section.scheme().provider().toLowerCase(Locale.ROOT)))
                .toList();
        return HEAD.formatted(command) + table(sections) + "\n"
                + sections.stream().map(ProviderSection::text).collect(Collectors.joining("\n"));
    }

    private static String table(List<ProviderSection> sections) {
        return "| scheme | provider | identified by | id signed | redelivered for | waits for"
                + " |\n|---|---|---|---|---|---|\n"
                + sections.stream().map(ProviderPage::row).collect(Collectors.joining());
    }

    private static String row(ProviderSection section) {
        Scheme scheme = section.scheme();
        SetupGuide guide = scheme.guide();
        return "| `%s` | [%s](#%s) | %s | %s | %s | %s |%n"
                .formatted(
                        section.name(),
                        scheme.provider(),
                        anchor(scheme.provider()),
                        new IdentityWords(scheme).brief(),
                        new IdentityWords(scheme).signed(),
                        scheme.redeliveryWindow() == null ? "" : PageWords.duration(scheme.redeliveryWindow()),
                        guide == null || guide.timeout() == null ? "" : PageWords.duration(guide.timeout()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
