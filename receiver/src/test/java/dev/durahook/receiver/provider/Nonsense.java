package dev.durahook.receiver.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests that no provider sends: words of all protocols in any order, in a body or a header that was genuine. */
final class Nonsense {

    private static final String[] WORDS = {
        "",
        " ",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "null",
        "true",
        "1e400",
        "-1",
        "\u0000",
        "\n",
        "\u00ff",
        "\u20ac",
        "\ud800",
        "%",
        "%zz",
        "%f0%28",
        "&",
        "=",
        "+",
        "?",
        "|",
        ".",
        "..",
        "eyJhbGciOiJub25lIn0",
        "e30",
        "\"\\ud800\"",
        "\"notificationItems\"",
        "\"NotificationRequestItem\"",
        "\"signature\"",
        "\"value\"",
        "\"clientState\"",
        "\"Type\"",
        "\"Notification\"",
        "\"SigningCertURL\"",
        "bt_payload=",
        "bt_signature=",
        "bodySHA256=",
        "https://",
        "Bearer ",
        "SHA256withRSA",
        "2023-11-14T22:13:20Z",
        "[".repeat(2000),
        "{\"a\":".repeat(1500),
        "0".repeat(3000),
        "&".repeat(1200)
    };

    private Nonsense() {}

    static Sent of(Sent genuine, Random random) {
        if (random.nextInt(3) > 0 || genuine.headers().isEmpty()) {
            return genuine.withBody(mixed(genuine.body(), random));
        }
        List<String> names = new ArrayList<>(genuine.headers().keySet());
        String name = names.get(random.nextInt(names.size()));
        return genuine.with(name, mixed(genuine.headers().get(name), random)).withBody(words(random));
    }

    // Always changes the beginning, because text after a signed value need not be signed.
    private static String mixed(String text, Random random) {
        int from = Math.min(text.length(), random.nextInt(40));
        return random.nextBoolean() ? words(random) : words(random) + "~" + text.substring(from);
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder("x");
        for (int i = random.nextInt(8); i > 0; i--) {
            words.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
