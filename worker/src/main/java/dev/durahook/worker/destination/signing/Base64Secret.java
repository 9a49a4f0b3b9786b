package dev.durahook.worker.destination.signing;

import dev.durahook.connection.secret.InvalidTextException;
import java.util.Base64;

/** Decodes the base64 part of a secret, which follows the secret's prefix. */
final class Base64Secret {

    private Base64Secret() {}

    static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            // The decoder's own message quotes a character of the secret.
            throw new InvalidTextException("is not base64: write whsec_ or whsk_ and the key in base64");
        }
    }
}
