package dev.durahook.receiver.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.configuration.InvalidRuleException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFormTest {

    @Test
    void readsEachForm() {
        assertThat(KeyForm.TEXT.read("clé", "").bytes()).isEqualTo("clé".getBytes(StandardCharsets.UTF_8));
        assertThat(KeyForm.BASE64.read("AQID", "").bytes()).containsExactly(1, 2, 3);
        assertThat(KeyForm.HEX.read("0a0B", "").bytes()).containsExactly(10, 11);
    }

    @Test
    void prefixIsOptionalAndNotPartOfTheKey() {
        assertThat(KeyForm.BASE64.read("whsec_AQID", "whsec_").bytes()).containsExactly(1, 2, 3);
        assertThat(KeyForm.BASE64.read("AQID", "whsec_").bytes()).containsExactly(1, 2, 3);
    }

    // The secret as Supabase shows it.
    @Test
    void versionBeforeThePrefixIsNotPartOfTheKey() {
        assertThat(KeyForm.BASE64.read("v1,whsec_AQID", "whsec_").bytes()).containsExactly(1, 2, 3);
        assertThat(KeyForm.BASE64.read("v1a,whpk_AQID", "whpk_").bytes()).containsExactly(1, 2, 3);
    }

    @Test
    void aVersionStandsBeforeAPrefixAlone() {
        for (String text :
                new String[] {"v1,AQID", "v1,v1,whsec_AQID", "v2,whsec_AQID", "v1, whsec_AQID", "whsec_v1,AQID"}) {
            assertThatExceptionOfType(InvalidRuleException.class)
                    .isThrownBy(() -> KeyForm.BASE64.read(text, "whsec_"))
                    .withMessageContaining("is not valid base64");
        }
        assertThat(KeyForm.TEXT.read("v1,sec_x", "sec_").bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("v1,sec_x");
        assertThat(KeyForm.TEXT.read("v1,AQID", "").bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("v1,AQID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v1a"})
    void versionAloneIsNotAKey(String version) {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> KeyForm.BASE64.read(version, "whsec_"))
                .withMessage(
                        "is cut off at a comma: write the whole secret as an element of a list, in quotation marks,"
                                + " such as [\"v1,whsec_...\"]");
        assertThat(KeyForm.TEXT.read(version, "").bytes()).hasSize(version.length());
    }

    @Test
    void keyOfAnotherFormIsRefusedAndNotQuoted() {
        refused(KeyForm.BASE64, "not base64!");
        refused(KeyForm.BASE64, "AQ_-");
        refused(KeyForm.HEX, "abc");
        refused(KeyForm.HEX, "zz");
    }

    @Test
    void aSecretDoesNotShow() {
        assertThat(KeyForm.TEXT.read("hidden", "")).hasToString("[secret]");
    }

    private static void refused(KeyForm form, String text) {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> form.read(text, "whsec_"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(text))
                .withNoCause();
    }
}
