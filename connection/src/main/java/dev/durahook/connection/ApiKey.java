package dev.durahook.connection;

import dev.durahook.connection.secret.InvisibleCharacter;
import java.util.Optional;

/** What an API key is sent from: asked at each call, since a key may be replaced while the application runs. */
interface ApiKey {

    /** The key as it is now: a secret. */
    String current();

    /**
     * Why this can't be a key, to be read after its own; empty where it can. One from a file or a secret store often comes
     * with a line break, which no header can carry.
     */
    static Optional<String> problem(String key) {
        if (key.isEmpty()) {
            return Optional.of("is empty");
        }
        return InvisibleCharacter.in(key).map(character -> "holds " + character).or(() -> unsendable(key));
    }

    private static Optional<String> unsendable(String key) {
        return key.chars().allMatch(c -> c > ' ' && c < 0x7f)
                ? Optional.empty()
                : Optional.of("holds a space or a character that is not ASCII, which no API key has");
    }
}
