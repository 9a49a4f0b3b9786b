package dev.durahook.receiver.signature;

import dev.durahook.receiver.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Compares the signatures in a delivery with the signed content. */
sealed interface SignatureCheck {

    /** Whether one of the candidates is the signature of the content. */
    boolean matches(List<byte[]> candidates, Secret secret, List<byte[]> content);

    /** The mistake in a candidate's form; empty if a genuine signature could have this form. */
    Optional<String> malformation(byte[] candidate);

    /** Computes the expected signature with a shared secret, and compares in constant time. */
    record OfSharedSecret(Algorithm algorithm, Encoding encoding) implements SignatureCheck {

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

        // The length of a token must stay secret, so no token is reported as malformed. The length of a hash is
        // public.
        @Override
        public Optional<String> malformation(byte[] candidate) {
            if (algorithm == Algorithm.EQUAL) {
                return Optional.empty();
            }
            int length = encoding.encode(algorithm.sign(ANY, List.of())).length;
            return candidate.length == length
                    ? Optional.empty()
                    : Optional.of(
                            "has " + candidate.length + " characters, but a signature of this scheme has " + length);
        }
    }

    /**
     * Verifies signatures with the sender's public key.
     *
     * @param keys reads the public key from a configured secret
     * @param algorithm the Java name of the signature algorithm
     * @param lengths tells whether a signature may have this many bytes: Java's Ed25519 also accepts signatures with
     *     zeros appended
     * @param encoding how the signature is written
     */
    record OfPublicKey(PublicKeys keys, String algorithm, IntPredicate lengths, Encoding encoding)
            implements SignatureCheck {

        /** Each check costs as much as hashing the whole body, and a rotation of keys needs two. */
        static final int MAX_CANDIDATES = 4;

        @Override
        public boolean matches(List<byte[]> candidates, Secret secret, List<byte[]> content) {
            PublicKey key = keys.read(secret);
            return candidates.stream()
                    .limit(MAX_CANDIDATES)
                    .flatMap(candidate -> exact(candidate).stream())
                    .anyMatch(sent -> verifies(key, sent, content));
        }

        @Override
        public Optional<String> malformation(byte[] candidate) {
            try {
                return candidate.length > 0 && encoding.encode(decoded(candidate)).length == candidate.length
                        ? Optional.empty()
                        : Optional.of("is empty, or its padding is wrong");
            } catch (IllegalArgumentException e) {
                return Optional.of("with " + candidate.length + " characters is not in the encoding of this scheme");
            }
        }

        // A signature must have exactly one text: decoders ignore unused bits and the case of digits.
        private Optional<byte[]> exact(byte[] candidate) {
            try {
                byte[] sent = decoded(candidate);
                boolean isExact = candidate.length > 0
                        && lengths.test(sent.length)
                        && Arrays.equals(encoding.encode(sent), candidate);
                return isExact ? Optional.of(sent) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private byte[] decoded(byte[] candidate) {
            return encoding.decode(new String(candidate, StandardCharsets.ISO_8859_1));
        }

        private boolean verifies(PublicKey key, byte[] sent, List<byte[]> content) {
            try {
                Signature signature = Signature.getInstance(algorithm);
                signature.initVerify(key);
                for (byte[] part : content) {
                    signature.update(part);
                }
                return signature.verify(sent);
            } catch (SignatureException e) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java platform lacks " + algorithm, e);
            }
        }
    }
}
