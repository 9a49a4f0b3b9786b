package dev.durahook.receiver.provider.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.durahook.receiver.secret.Secret;
import dev.durahook.receiver.verification.NotVerifiedException;
import java.util.List;

/** Any text is either refused or read as a token whose signature matches no secret. */
class JwtFuzzTest {

    private static final List<Secret> KEYS = List.of(new Secret("It is a secret".getBytes(UTF_8)));

    @FuzzTest(maxDuration = "5m")
    void token(byte[] sent) {
        try {
            Jwt token = Jwt.of(new String(sent, UTF_8));
            token.keyId();
            token.text("payload_hash");
            token.issuedAt();
            token.notBefore();
            token.expiresAt();
            assertThat(token.secretOf(() -> KEYS)).isNegative();
        } catch (NotVerifiedException e) {
            assertThat(e).message().isNotEmpty();
        }
    }
}
