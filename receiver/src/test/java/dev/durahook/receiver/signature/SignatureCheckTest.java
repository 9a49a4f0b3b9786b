package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.receiver.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {

    private static final byte[] CONTENT = "{}".getBytes(StandardCharsets.UTF_8);

    private final KeyPair pair = KeyHolders.pair("secp256r1");
    private final SignatureCheck check = Algorithm.ECDSA_P256_SHA256.check(Encoding.BASE64);

    // DER needs a further byte for a number that begins with a bit, so one in four signatures has 72 bytes.
    @Test
    void signaturesOfAllLengthsAreVerified() {
        byte[] longest = Stream.generate(this::signed)
                .limit(1_000)
                .filter(signature -> signature.length == 72)
                .findFirst()
                .orElseThrow();

        assertThat(matches(List.of(longest))).isTrue();
    }

    @Test
    void fourSignaturesAreCompared() {
        assertThat(matches(after(SignatureCheck.OfPublicKey.MAX_CANDIDATES - 1)))
                .isTrue();
        assertThat(matches(after(SignatureCheck.OfPublicKey.MAX_CANDIDATES))).isFalse();
    }

    private List<byte[]> after(int others) {
        return Stream.concat(Collections.nCopies(others, new byte[70]).stream(), Stream.of(signed()))
                .toList();
    }

    private boolean matches(List<byte[]> signatures) {
        List<byte[]> candidates =
                signatures.stream().map(Base64.getEncoder()::encode).toList();
        return check.matches(candidates, new Secret(pair.getPublic().getEncoded()), List.of(CONTENT));
    }

    private byte[] signed() {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(CONTENT);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
