package dev.durahook.worker.destination.kind;

import dev.durahook.workflows.text.Excerpt;

/** Makes a text that an outsider wrote, such as a destination's answer, fit to be quoted in a failure's message. */
public final class OneLine {

    private static final int MAX_CHARACTERS = 300;

    private OneLine() {}

    /** Returns the text on one line and without invisible characters, cut to {@value #MAX_CHARACTERS} characters. */
    public static String of(String text) {
        return Excerpt.of(text.replaceAll("[\\p{C}\\s]+", " ").strip(), MAX_CHARACTERS);
    }
}
