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
            A sender that is not here can be declared with `scheme: hmac`, in the same words.

            An event's id decides whether a delivery is new, for as long as Temporal retains the workflow. Where the id is
            not signed, somebody who has seen a delivery can send it again under another id; where there is none, the same
            bytes are the same event. Where a timestamp is signed, an old delivery is refused in any case.

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
        return "| scheme | provider | id signed | redelivered for | waits for |\n|---|---|---|---|---|\n"
                + sections.stream().map(ProviderPage::row).collect(Collectors.joining());
    }

    private static String row(ProviderSection section) {
        Scheme scheme = section.scheme();
        Guide guide = scheme.guide();
        return "| `%s` | [%s](#%s) | %s | %s | %s |%n"
                .formatted(
                        section.name(),
                        scheme.provider(),
                        anchor(scheme.provider()),
                        signed(scheme),
                        scheme.redeliveryWindow() == null ? "" : PageWords.duration(scheme.redeliveryWindow()),
                        guide == null || guide.timeout() == null ? "" : PageWords.duration(guide.timeout()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String signed(Scheme scheme) {
        if (scheme.idRule().bodyHash()) {
            return "by its bytes";
        }
        if (scheme.idRule().eachDelivery()) {
            return "has none";
        }
        return scheme.isIdSigned() ? "yes" : "no";
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
