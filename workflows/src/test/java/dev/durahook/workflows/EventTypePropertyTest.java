package dev.durahook.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;

/** Any text of a sender becomes a type that a metric's label can hold. */
class EventTypePropertyTest {

    @Property
    void typeIsBoundedAndHasOnlyHarmlessCharacters(@ForAll @StringLength(min = 1, max = 250) String sent) {
        assertThat(EventType.of("shop", sent)).matches("shop\\.[A-Za-z0-9._-]{1,100}");
    }

    @Property
    void typeIsValidAndStaysAsItIs(@ForAll @StringLength(min = 1, max = 250) String sent) {
        String type = EventType.of("shop", sent);

        assertThat(EventType.isValid(type)).isTrue();
        assertThat(EventType.parse(type)).contains(type);
    }

    @Property
    void validTextIsItsOwnType(@ForAll @NotEmpty String text) {
        assertThat(EventType.isValid(text)).isEqualTo(text.matches("[a-z0-9][a-z0-9-]{0,49}\\.[A-Za-z0-9._-]{1,100}"));
    }
}
