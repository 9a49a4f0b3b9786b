package dev.durahook.workflows.failure;

import dev.durahook.workflows.text.Excerpt;

/** Says which parts of a failure's texts must not be shown. */
public interface HiddenText {

    /** Hides nothing. */
    HiddenText NOTHING = new HiddenText() {

        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public boolean finds(String text) {
            return false;
        }

        @Override
        public String excerpt(String text, int limit) {
            return Excerpt.of(text, limit);
        }
    };

    /** Whether nothing is hidden in any text. */
    boolean isEmpty();

    /** Whether a text of any length shows something that must be hidden. */
    boolean finds(String text);

    /**
     * Returns the beginning of the text, with everything hidden that must be hidden.
     *
     * @param limit the length of the beginning in UTF-16 code units
     */
    String excerpt(String text, int limit);
}
