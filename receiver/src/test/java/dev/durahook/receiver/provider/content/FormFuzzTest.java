package dev.durahook.receiver.provider.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.durahook.receiver.verification.NotVerifiedException;

/** Any bytes are either read as a form with a limited number of fields or refused as not verified. */
class FormFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void form(byte[] sent) {
        try {
            Form form = Form.of(sent);
            assertThat(form.fields()).hasSizeLessThanOrEqualTo(Form.MAX_FIELDS);
        } catch (NotVerifiedException e) {
            assertThat(e).message().isNotEmpty();
        }
    }
}
