package dev.durahook.receiver.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.durahook.receiver.extraction.EventExtractor;
import dev.durahook.receiver.extraction.TooManyEventsException;
import dev.durahook.receiver.identity.ExtractedEvent;
import dev.durahook.receiver.identity.ExtractedEvent.NamedBy;
import dev.durahook.receiver.identity.FairnessKey;
import dev.durahook.receiver.identity.UnidentifiedEventException;
import dev.durahook.receiver.scheme.Scheme;
import dev.durahook.receiver.scheme.Schemes;
import dev.durahook.workflows.EventId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ids and types of events, for the deliveries in each provider's documentation. */
class CatalogueIdentityTest {

    /**
     * The ID of every example. A line that was released is never changed: receivers of two versions run side by side,
     * and each must recognise an event that the other has stored.
     */
    private static final Path GOLDEN = Path.of("src/test/resources/golden/event-ids.txt");

    private static final Schemes SCHEMES = Schemes.load();

    static Stream<CatalogueExample> examples() {
        return CatalogueExamples.ALL.stream();
    }

    static Stream<CatalogueExample> again() {
        return examples().filter(example -> !example.id().equals(CatalogueExamples.EACH));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasTheIdAndTypeOfTheProvidersDocumentation(CatalogueExample example) throws Exception {
        ExtractedEvent event = identified(example);

        assertThat(event.type()).isEqualTo("shop." + example.type().replaceAll("[^A-Za-z0-9._-]", "_"));
        assertThat(event.missingParts()).isEmpty();
        switch (example.id()) {
            case CatalogueExamples.HASH -> {
                assertThat(event.namedBy()).isEqualTo(NamedBy.BODY_HASH);
                assertThat(event.id().value()).matches("shop:sha256-[0-9a-f]{32}");
            }
            case CatalogueExamples.EACH -> {
                assertThat(event.namedBy()).isEqualTo(NamedBy.DELIVERY);
                assertThat(event.id().value()).matches("shop:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            }
            default -> {
                assertThat(event.namedBy()).isEqualTo(NamedBy.ID);
                assertThat(event.id()).isEqualTo(EventId.of("shop", example.id()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("again")
    void isKnownWhenItIsDeliveredAgain(CatalogueExample example) throws Exception {
        assertThat(identified(example)).usingRecursiveComparison().isEqualTo(identified(example));
    }

    // Okta puts events that happen at about the same time into one delivery.
    @Test
    void everyEventOfOneOktaDeliveryHasItsOwnIdAndType() throws Exception {
        CatalogueExample okta = examples()
                .filter(example -> example.scheme().equals("okta"))
                .findFirst()
                .orElseThrow();

        assertThat(events(okta))
                .extracting(event -> event.id().value(), ExtractedEvent::type)
                .containsExactly(tuple("shop:u1", "shop.user.lifecycle.create"), tuple("shop:u2", "shop.x"));
    }

    @Test
    void idsMatchTheGoldenFile() throws IOException {
        String ids = examples().map(CatalogueIdentityTest::line).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("durahook.write-golden")) {
            Files.writeString(GOLDEN, ids);
        }
        assertThat(GOLDEN).hasContent(ids);
    }

    @Test
    void everySchemeThatNamesItsEventsHasAnExample() {
        List<String> named = SCHEMES.names().stream()
                .filter(name -> SCHEMES.named(name).orElseThrow().id() != null)
                .toList();
        assertThat(examples().map(CatalogueExample::scheme).distinct()).containsExactlyInAnyOrderElementsOf(named);
    }

    private static String line(CatalogueExample example) {
        try {
            ExtractedEvent event = identified(example);
            String id = event.namedBy() == NamedBy.DELIVERY
                    ? "(each delivery)"
                    : event.id().value();
            return example.scheme() + "\t" + event.type() + "\t" + id;
        } catch (UnidentifiedEventException | TooManyEventsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExtractedEvent identified(CatalogueExample example)
            throws UnidentifiedEventException, TooManyEventsException {
        return events(example).get(0);
    }

    private static List<ExtractedEvent> events(CatalogueExample example)
            throws UnidentifiedEventException, TooManyEventsException {
        Scheme scheme = SCHEMES.named(example.scheme()).orElseThrow();
        return new EventExtractor(
                        scheme.identifier("shop", FairnessKey.NONE),
                        scheme.events(),
                        scheme.signing().isExtendable())
                .of(example.delivery());
    }
}
