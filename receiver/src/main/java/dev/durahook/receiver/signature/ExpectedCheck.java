package dev.durahook.receiver.signature;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Computes the signature that a shared secret gives and compares, in a time that tells nothing. */
record ExpectedCheck(Algorithm algorithm, Encoding encoding) implements SignatureCheck {

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

    // The length of a token is as secret as the token, that of a hash is public.
    @Override
    public Optional<String> malformation(byte[] candidate) {
        if (algorithm == Algorithm.EQUAL) {
            return Optional.empty();
        }
        int length = encoding.encode(algorithm.sign(ANY, List.of())).length;
        return candidate.length == length
                ? Optional.empty()
                : Optional.of("has " + candidate.length + " characters, the scheme's have " + length);
    }
}
