package dev.durahook.receiver.http.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "mr-IN", "ne-NP"})
    void statusIsANumberOfJsonInEachLanguage(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(ServerProblem.NOTHING_HERE.toJson()).endsWith(",\"status\":404}");
        } finally {
            Locale.setDefault(before);
        }
    }
}
