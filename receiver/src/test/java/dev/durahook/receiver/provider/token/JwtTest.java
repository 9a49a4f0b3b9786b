package dev.durahook.receiver.provider.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import dev.durahook.receiver.verification.NotVerifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTest {

    // Such a token is the fault of its sender, so it must not be counted as a fault of the receiver.
    @ParameterizedTest
    @ValueSource(strings = {"null", " null ", "[]", "1", "true", "\"{}\"", "", "{"})
    void aHeaderThatIsNoObjectIsRefused(String json) {
        String part = Base64URL.encode(json.getBytes(UTF_8)).toString();
        isRefused(part + ".e30.eHg");
    }

    private static void isRefused(String token) {
        assertThatThrownBy(() -> Jwt.of(token))
                .isInstanceOf(NotVerifiedException.class)
                .hasMessage("the token is not a signed JWT");
    }
}
