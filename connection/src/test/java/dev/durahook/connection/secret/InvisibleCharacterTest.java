package dev.durahook.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invisible characters are found everywhere in a text, and visible ones are accepted. */
class InvisibleCharacterTest {

    @ParameterizedTest
    @CsvSource({
        "0000, NULL",
        "0009, CHARACTER TABULATION",
        "000A, LINE FEED (LF)",
        "000D, CARRIAGE RETURN (CR)",
        "001B, ESCAPE",
        "007F, DELETE",
        "0085, NEXT LINE (NEL)",
        "00A0, NO-BREAK SPACE",
        "00AD, SOFT HYPHEN",
        "034F, COMBINING GRAPHEME JOINER",
        "061C, ARABIC LETTER MARK",
        "115F, HANGUL CHOSEONG FILLER",
        "180E, MONGOLIAN VOWEL SEPARATOR",
        "1680, OGHAM SPACE MARK",
        "2003, EM SPACE",
        "200B, ZERO WIDTH SPACE",
        "200C, ZERO WIDTH NON-JOINER",
        "200D, ZERO WIDTH JOINER",
        "200E, LEFT-TO-RIGHT MARK",
        "2028, LINE SEPARATOR",
        "2029, PARAGRAPH SEPARATOR",
        "202E, RIGHT-TO-LEFT OVERRIDE",
        "202F, NARROW NO-BREAK SPACE",
        "2060, WORD JOINER",
        "2065, (without a name)",
        "2800, BRAILLE PATTERN BLANK",
        "3000, IDEOGRAPHIC SPACE",
        "3164, HANGUL FILLER",
        "D800, HIGH SURROGATES D800",
        "E000, PRIVATE USE AREA E000",
        "FE0F, VARIATION SELECTOR-16",
        "FEFF, ZERO WIDTH NO-BREAK SPACE",
        "FFFE, (without a name)",
        "E0001, LANGUAGE TAG",
        "E0101, VARIATION SELECTOR-18"
    })
    void isFoundAtEitherEndAndInside(String number, String name) {
        String character = Character.toString(Integer.parseInt(number, 16));
        String named = "holds U+" + number + " " + name + " at character ";
        assertThat(InvisibleCharacter.in(character + "secret"))
                .hasValueSatisfying(found -> assertThat(found.problem()).isEqualTo(named + "1: remove it"));
        assertThat(InvisibleCharacter.in("sec" + character + "ret"))
                .hasValueSatisfying(found -> assertThat(found.problem()).isEqualTo(named + "4: remove it"));
        assertThat(InvisibleCharacter.in("secret" + character))
                .hasValueSatisfying(found -> assertThat(found.problem()).isEqualTo(named + "7: remove it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "!~", "pässwörd", "пароль", "パスワード", "e\u0301", "\uD83D\uDE00", "½", "\u2010"})
    void visibleCharactersAreAccepted(String text) {
        assertThat(InvisibleCharacter.in(text)).isEmpty();
        assertThat(InvisibleCharacter.inLines(text)).isEmpty();
    }

    @Test
    void lineBreaksAndTabsAreAcceptedInATextThatMayHaveThem() {
        assertThat(InvisibleCharacter.inLines("a\r\n\tb\n")).isEmpty();
        assertThat(InvisibleCharacter.inLines("a\r\nb\n\u200Bc"))
                .hasValueSatisfying(
                        found -> assertThat(found).hasToString("U+200B ZERO WIDTH SPACE at character 1 of line 3"));
    }

    @Test
    void positionCountsCharactersNotSurrogates() {
        assertThat(InvisibleCharacter.in("\uD83D\uDE00\u00A0"))
                .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(2));
    }

    @Test
    void causeOfALostCharacterIsNamed() {
        assertThat(InvisibleCharacter.in("p\uFFFDss"))
                .hasValueSatisfying(found -> assertThat(found.problem())
                        .isEqualTo("holds U+FFFD REPLACEMENT CHARACTER at character 2, which stands for a character"
                                + " that could not be read: save the text as UTF-8, or start with LC_ALL=C.UTF-8"));
    }
}
