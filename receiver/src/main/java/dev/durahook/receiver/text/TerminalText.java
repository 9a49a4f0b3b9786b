package dev.durahook.receiver.text;

/** Makes a text that others wrote, such as a request or an answer, fit for a terminal, which may obey characters in it. */
public final class TerminalText {

    private TerminalText() {}

    /**
     * The text with a question mark in place of each control character, invisible character and separator of lines,
     * except line feeds.
     */
    public static String of(String text) {
        return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}&&[^\n]]", "?");
    }
}
