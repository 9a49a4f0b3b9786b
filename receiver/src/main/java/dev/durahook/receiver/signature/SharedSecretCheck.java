package dev.durahook.receiver.signature;

import dev.durahook.receiver.secret.Secret;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Computes the expected signature with a shared secret, and compares in constant time. */
record SharedSecretCheck(Algorithm algorithm, Encoding encoding) implements SignatureCheck {

    private static final Secret ANY = new Secret(new byte[1]);

    @Override
    public boolean matches(List<byte[]> candidates, Secret secret, List<byte[]> content) {
        byte[] expected = encoding.encode(algorithm.sign(secret, content));
        boolean matches = false;
        for (byte[] candidate : candidates) {
            matches |= MessageDigest.isEqual(candidate, expected);
        }
        return matches;
    }

    // The length of a token must stay secret, so no token is reported as malformed. The length of a hash is public.
    @Override
    public Optional<String> malformation(byte[] candidate) {
        if (algorithm == Algorithm.EQUAL) {
            return Optional.empty();
        }
        int length = encoding.encode(algorithm.sign(ANY, List.of())).length;
        return candidate.length == length
                ? Optional.empty()
                : Optional.of("has " + candidate.length + " characters, but a signature of this scheme has " + length);
    }
}
