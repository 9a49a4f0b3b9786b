package dev.durahook.connection.profile;

import dev.durahook.connection.secret.InvisibleCharacter;
import java.util.Optional;

/**
 * The source of the API key that is sent to Temporal. It is asked at each call, because a key may be replaced while the
 * application runs.
 */
interface ApiKey {

    /** The current API key, which is a secret. */
    String current();

    /**
     * Says what is wrong with an API key, in words that follow the name of its setting, such as "is empty". The result
     * is empty if nothing is wrong. A key from a file or a secret store often ends with a line break, which no header can
     * carry.
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
                : Optional.of("holds a space or a character that is not ASCII; an API key has neither");
    }
}
