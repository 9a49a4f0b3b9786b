package dev.durahook.receiver.source;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** docs/providers.md: what the catalogue knows of every provider, for whoever connects one. */
final class ProviderPage {

    private static final String HEAD = """
            # Providers

            Made from [schemes.yml](../receiver/src/main/resources/schemes.yml); a change of it needs

            ```
            %s
            ```

            A source names one of these schemes, as [operations](operations.md) shows. Deliveries go to `/webhooks/<source>`.
            A sender that is not here can be declared with `scheme: hmac`, in the same words; [recipes](recipes.md) do so for
            Alertmanager, MLflow, Outpost and a container registry.

            An event's id decides whether a delivery is new, for as long as Temporal retains the workflow: one that is known is
            answered as stored before, and nothing runs. What names an event, [in this order](decisions/0003-what-names-an-event.md):
            an id that the sender signs; an id of the delivery that it sends unsigned; each delivery, where bodies can repeat;
            the hash of the body, where the body says which event it is. Where the id is not signed, somebody who has seen a
            delivery can send it again under another id. Where a timestamp is signed, an old delivery is refused in any case.

            A genuine delivery is never refused for what it lacks. An event without an id is named by its delivery, one without
            a type is `unidentified`, and a delivery without its list of events is one event; the log says so once, and
            `durahook.events.unidentified` counts them. Types are those of a source that is named as its scheme.

            """;

    private final Schemes schemes;

    ProviderPage(Schemes schemes) {
        this.schemes = schemes;
    }

    /**
     * The page.
     *
     * @param command what writes it
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
        return "| scheme | provider | named by | signed | redelivered for | waits for |\n|---|---|---|---|---|---|\n"
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
