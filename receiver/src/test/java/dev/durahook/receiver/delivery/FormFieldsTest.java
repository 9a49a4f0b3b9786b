package dev.durahook.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

    @Test
    void readsAValueAsItWasMeant() {
        assertThat(FormFields.all("a=1&hub.mode=sub+scribe%21&b=2", "hub.mode")).containsExactly("sub scribe!");
        assertThat(FormFields.all("hub%2Emode=x=y", "hub.mode")).containsExactly("x=y");
    }

    @Test
    void readsEveryValue() {
        assertThat(FormFields.all("a=1&a=2&A=3", "a")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=", "&&&", "=1", "a=%zz", "a=%", "%zz=1", "b=a=1"})
    void missingFieldIsAbsent(String encoded) {
        assertThat(FormFields.all(encoded, "a")).isEmpty();
    }

    @Test
    void aFormOfNothingButFieldsIsReadAtOnce() {
        assertThat(FormFields.all("a&".repeat(1_000_000), "a")).isEmpty();
    }
}
