package dev.durahook.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.constraints.IntRange;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * A message shows a secret in none of the forms in which libraries write it, for any characters of the secret. The
 * libraries themselves write the forms.
 */
class RedactionPropertyTest {

    private static final String HIDDEN = "[hidden]";

    /** The forms in which libraries write a text into a message. */
    private enum Form {
        AS_IT_IS(text -> text),
        JSON(text -> String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text))),
        JSON_IN_JSON(text -> JSON.write(JSON.write(text))),
        URL_QUERY(text -> UriUtils.encode(text, StandardCharsets.UTF_8)),
        URL_PATH(text -> UriUtils.encodePath(text, StandardCharsets.UTF_8)),
        FORM(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
        FORM_IN_JSON(text -> JSON.write(FORM.write(text))),
        JSON_IN_FORM(text -> FORM.write(JSON.write(text))),
        HTML(HtmlUtils::htmlEscape),
        HTML_DECIMAL(HtmlUtils::htmlEscapeDecimal),
        HTML_HEXADECIMAL(HtmlUtils::htmlEscapeHex),
        BASE64(text -> Base64.getEncoder().encodeToString(bytes(text))),
        BASE64_URL(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text))),
        BASE64_IN_LINES(text -> Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(bytes(text))),
        HEXADECIMAL(text -> HexFormat.of().formatHex(bytes(text))),
        HEXADECIMAL_IN_GROUPS(text -> HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes(text))),
        UPPER_CASE(text -> text.toUpperCase(Locale.ROOT)),
        LOWER_CASE(text -> text.toLowerCase(Locale.ROOT));

        private final UnaryOperator<String> writing;

        Form(UnaryOperator<String> writing) {
            this.writing = writing;
        }

        String write(String text) {
            return writing.apply(text);
        }
    }

    @Property
    void secretIsHiddenInEveryForm(
            @ForAll("secrets") String secret, @ForAll Form form, @ForAll("messages") String before) {
        String written = form.write(secret);

        assertThat(unpadded(Redaction.of(List.of(secret)).apply(before + " |" + written + "| failed")))
                .as(written)
                .endsWith("|" + HIDDEN + "| failed");
    }

    @Property
    void secretIsHiddenAmongOthers(@ForAll("secrets") String one, @ForAll("secrets") String other, @ForAll Form form) {
        Redaction redaction = Redaction.of(List.of(one)).and(List.of(other));

        assertThat(unpadded(redaction.apply("|" + form.write(one) + "|" + form.write(other) + "|")))
                .isEqualTo("|" + HIDDEN + "|" + HIDDEN + "|");
    }

    @Property
    void inBase64OfALongerTextAtMostACharacterAtEachEndIsLeft(
            @ForAll("secrets") String secret,
            @ForAll @IntRange(max = 5) int before,
            @ForAll @IntRange(max = 5) int after) {
        Assume.that(secret.length() >= 8);
        String longer = "u".repeat(before) + secret + "u".repeat(after);
        String shown = Redaction.of(List.of(secret)).apply(Form.BASE64.write(longer));

        assertThat(shown).contains(HIDDEN);
        assertThat(shown.replace(HIDDEN, "").replace("=", "").length())
                .isLessThanOrEqualTo(base64Characters(before) + base64Characters(after) + 2);
    }

    @Property
    void secretIsHiddenBeforeTheTextIsCut(
            @ForAll("secrets") String secret, @ForAll Form form, @ForAll @IntRange(min = 1, max = 200) int limit) {
        String shown = Redaction.of(List.of(secret)).excerpt("|" + form.write(secret), limit);

        assertThat("|" + HIDDEN + "==").startsWith(shown.replaceFirst("…$", ""));
    }

    @Property
    void textWithoutTheSecretIsShown(@ForAll("secrets") String secret, @ForAll("messages") String message) {
        assertThat(Redaction.of(List.of(secret)).apply(message)).isEqualTo(message);
    }

    // How many zero bytes base64 has added says nothing about the secret but its length.
    private static String unpadded(String shown) {
        return shown.replaceAll("=+\\|", "|");
    }

    private static int base64Characters(int bytes) {
        return (bytes * 8 + 5) / 6;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // No part of a secret occurs in a message, because messages have other letters.
    @Provide
    Arbitrary<String> messages() {
        return Arbitraries.of("mmm", "nnn", " ", "%", "\\", "&", "\n", "%6", "&#", "\\u00", "[", "1", "é")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    // Of every character that is allowed in a declared value: it is visible, and the value is not only white space.
    @Provide
    Arbitrary<String> secrets() {
        StringArbitrary printable = Arbitraries.strings().withCharRange('!', '~');
        Arbitrary<String> odd = Arbitraries.of(
                        " ", "\\", "\"", "'", "%", "&", "+", "/", "=", "<", "ä", "€", "事", "🐝", "İ", "ß", "%41",
                        "&amp;", "\\n")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Combinators.combine(printable.ofMaxLength(12), odd, printable.ofMaxLength(12))
                .as((first, middle, last) -> "Q" + first + middle + last + "xZ7");
    }
}
