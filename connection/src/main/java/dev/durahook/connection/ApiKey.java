package dev.durahook.connection;

/** What an API key is sent from: asked at each call, since a key may be replaced while the application runs. */
interface ApiKey {

    /** The key as it is now: a secret. */
    String current();

    /** Whether this can be a key. One from a file or a secret store often comes with a line break, which no header can carry. */
    static boolean isWellFormed(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
