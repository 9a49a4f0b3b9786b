package dev.durahook.receiver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

    @Test
    void readsAValueAsItWasMeant() {
        assertThat(all("a=1&hub.mode=sub+scribe%21&b=2", "hub.mode")).containsExactly("sub scribe!");
        assertThat(all("hub%2Emode=x=y", "hub.mode")).containsExactly("x=y");
    }

    @Test
    void readsEveryValue() {
        assertThat(all("a=1&a=2&A=3", "a")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a=", "&&&", "=1", "a=%zz", "a=%", "%zz=1", "b=a=1"})
    void missingFieldIsAbsent(String encoded) {
        assertThat(all(encoded, "a")).isEmpty();
    }

    @Test
    void bytesThatAreNotUtf8AreNoValue() {
        assertThat(all("a=M%FCller&b=1", "a")).isEmpty();
        assertThat(all("a=M%C3%BCller&b=1", "a")).containsExactly("Müller");
        assertThat(all("a=%EF%BF%BD", "a")).containsExactly("\uFFFD");
        assertThat(all(new byte[] {'a', '=', (byte) 0xFC, '&', 'b', '=', '1'}, "a"))
                .isEmpty();
        assertThat(all(new byte[] {'a', '=', (byte) 0xFC, '&', 'b', '=', '1'}, "b"))
                .containsExactly("1");
        assertThat(all("a=ü", "a")).containsExactly("ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id=1", "order[id]=1", "flag&id=1", "&id=1", "=1&id=1", "id=M\u00FCller", "%22=1", "ä=1"})
    void aFormIsRecognisedByItsBytes(String body) {
        assertThat(FormFields.ofBody(bytes(body))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "see https://example.org/?a=1&id=2",
                "{\"id\":1,\"id\":1,\"url\":\"/?a=1&id=2\"}",
                "[\"/?a=1&id=2\"",
                "\"/?a=1&id=2\"",
                "<a href='/?a=1&id=2'/>",
                "https://example.org/?a=1&id=2",
                "------=_Part_0_1.2\r\n\r\n/?a=1&id=2",
                "--===============123==\r\n\r\n/?a=1&id=2",
                "--x\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n/?a=1&id=2",
                "\n id=1"
            })
    void otherBodiesAreNoForms(String body) {
        assertThat(FormFields.ofBody(bytes(body))).isEmpty();
    }

    @Test
    void aFormOfNothingButFieldsIsReadAtOnce() {
        assertThat(all("a&".repeat(1_000_000), "a")).isEmpty();
    }

    private static List<String> all(String encoded, String name) {
        return all(bytes(encoded), name);
    }

    private static List<String> all(byte[] encoded, String name) {
        return FormFields.of(encoded).all(name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
