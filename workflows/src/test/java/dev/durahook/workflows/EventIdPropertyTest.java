package dev.durahook.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;

/** One event has one ID, two events have two, and Temporal accepts every ID. */
class EventIdPropertyTest {

    /** A source, and the id that the source's provider has given an event. */
    private record Named(String source, String id) {

        EventId eventId() {
            return EventId.of(source, id);
        }
    }

    /** Two events whose names are easily mistaken for each other. */
    private record Pair(Named one, Named other) {}

    @Property
    void sameIdOfAProviderIsTheSameEvent(@ForAll("named") Named event) {
        assertThat(new Named(event.source(), new String(event.id().toCharArray())).eventId())
                .isEqualTo(event.eventId());
    }

    @Property
    void differentIdsAreDifferentEvents(@ForAll("named") Named one, @ForAll("named") Named other) {
        Assume.that(!one.equals(other));
        assertThat(one.eventId().value()).isNotEqualTo(other.eventId().value());
    }

    @Property
    void similarIdsAreDifferentEvents(@ForAll("similar") Pair pair) {
        Assume.that(!pair.one().equals(pair.other()));
        assertThat(pair.one().eventId().value())
                .isNotEqualTo(pair.other().eventId().value());
    }

    @Property
    void temporalAcceptsTheIdAndItBeginsWithTheSource(@ForAll("named") Named event) {
        assertThat(event.eventId().value())
                .hasSizeLessThanOrEqualTo(251)
                .matches("[!-~]+")
                .startsWith(event.source() + ":");
    }

    @Property
    void idOfTheProviderIsReadableInTheEventIdOrKeptBesideIt(@ForAll("named") Named event) {
        EventId id = event.eventId();
        String readable = id.original() == null ? id.value() : event.source() + ":" + id.original();
        assertThat(readable).isEqualTo(event.source() + ":" + event.id());
    }

    @Property
    void differentContentsAreDifferentEvents(@ForAll byte[] one, @ForAll byte[] other) {
        Assume.that(!Arrays.equals(one, other));
        assertThat(EventId.ofContent("shop", one)).isNotEqualTo(EventId.ofContent("shop", other));
        assertThat(EventId.ofContent("shop", one)).isEqualTo(EventId.ofContent("shop", one.clone()));
    }

    @Property
    void idThatIsUsedAsItIsNeverTakesThePlaceOfAContent(@ForAll("named") Named event, @ForAll byte[] content) {
        EventId id = event.eventId();
        String hash = EventId.ofContent(event.source(), content).value();
        assertThat(id.original() == null && id.value().equals(hash)).isFalse();
        assertThat(EventId.of(event.source(), hash.substring(hash.indexOf(':') + 1))
                        .value())
                .isNotEqualTo(hash);
    }

    @Provide
    Arbitrary<Named> named() {
        return Combinators.combine(sources(), ids()).as(Named::new);
    }

    @Provide
    Arbitrary<Pair> similar() {
        return Combinators.combine(named(), Arbitraries.of(Change.values()))
                .as((event, change) -> new Pair(event, change.of(event)));
    }

    private static Arbitrary<String> sources() {
        StringArbitrary rest =
                Arbitraries.strings().withCharRange('a', 'z').numeric().withChars('-');
        return Combinators.combine(Arbitraries.chars().range('a', 'z').numeric(), rest.ofMaxLength(49))
                .as((first, others) -> first + others);
    }

    // Mostly characters that have a meaning somewhere: in an event ID, a URL, a hash or Unicode.
    private static Arbitrary<String> ids() {
        Arbitrary<String> odd = Arbitraries.of(
                        "a", "B", "1", ":", "-", "%", " ", "\n", "\0", "é", "e\u0301", "事", "🐝", "/")
                .list()
                .ofMinSize(1)
                .ofMaxSize(250)
                .map(parts -> String.join("", parts));
        Arbitrary<String> plain = Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(210);
        Arbitrary<String> hash = Arbitraries.strings()
                .numeric()
                .withCharRange('a', 'f')
                .ofLength(32)
                .map(digits -> "sha256-" + digits);
        return Arbitraries.frequencyOf(Tuple.of(5, odd), Tuple.of(3, plain), Tuple.of(1, hash));
    }

    /** Changes of an ID that are easily overlooked. The changed ID is another ID. */
    private enum Change {
        UPPER_CASE(id -> id.toUpperCase(Locale.ROOT)),
        COMPOSED(id -> Normalizer.normalize(id, Normalizer.Form.NFC)),
        DECOMPOSED(id -> Normalizer.normalize(id, Normalizer.Form.NFD)),
        STRIPPED(id -> id.strip().isEmpty() ? id + " " : id.strip()),
        FOLLOWED_BY_A_SPACE(id -> id + " "),
        CUT(id -> id.length() > 200 ? id.substring(0, 200) : id + ":"),
        ITS_HASH(id -> {
            String hash = EventId.of("shop", id).value();
            return hash.substring(hash.indexOf(':') + 1);
        }),
        HASH_OF_ITS_BYTES(id -> {
            String hash = EventId.ofContent("shop", id.getBytes(StandardCharsets.UTF_8))
                    .value();
            return hash.substring(hash.indexOf(':') + 1);
        });

        private final UnaryOperator<String> made;

        Change(UnaryOperator<String> made) {
            this.made = made;
        }

        Named of(Named event) {
            String id = made.apply(event.id());
            return new Named(event.source(), EventId.isProviderId(id) ? id : event.id());
        }
    }
}
