package dev.durahook.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is hidden in every form in which a program may write it, which is generated rather than listed. */
class RedactionTest {

    private static final String ALPHABET = "abcXYZ019 +/=\"'\\<>&%:;,.-_~!#$?@()[]{}äß€\u00a0\t";

    /** How programs write a text into another one. */
    private enum Form {
        JSON(text -> each(text, RedactionTest::inJson)),
        JSON_WITH_SLASHES(text -> each(text, c -> c == '/' ? "\\/" : inJson(c))),
        JSON_IN_ASCII(text -> each(text, c -> c > 126 || c < 32 ? unicode(c) : inJson(c))),
        UNICODE(text -> each(text, RedactionTest::unicode)),
        UNICODE_LOWER(text -> each(text, c -> unicode(c).toLowerCase(Locale.ROOT))),
        HTML(text -> each(text, RedactionTest::inHtml)),
        HTML_DECIMAL(text -> text.codePoints().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining())),
        HTML_HEXADECIMAL(text -> text.codePoints()
                .mapToObj(c -> "&#x" + Integer.toHexString(c) + ";")
                .collect(Collectors.joining())),
        URL(text -> percent(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~", false)),
        URL_LOWER(text -> percent(text, "abcXYZ019-._~", true)),
        URL_PATH(text -> percent(text, "abcXYZ019-._~!$&'()*+,;=:@/", false)),
        URL_EVERY_BYTE(text -> percent(text, "", false)),
        FORM(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
        FOLDED(text -> text.replaceAll("(.{3})(?=.)", "$1\r\n")),
        AS_IT_IS(UnaryOperator.identity());

        private final UnaryOperator<String> writing;

        Form(UnaryOperator<String> writing) {
            this.writing = writing;
        }

        String write(String text) {
            return writing.apply(text);
        }
    }

    @TestFactory
    Stream<DynamicTest> isHiddenInEveryForm() {
        return forms().map(forms -> DynamicTest.dynamicTest(forms.toString(), () -> {
            Random random = new Random(forms.hashCode());
            for (int i = 0; i < 40; i++) {
                isHidden(secret(random), forms);
            }
        }));
    }

    private static void isHidden(String secret, List<Form> forms) {
        String written = secret;
        for (Form form : forms) {
            written = form.write(written);
        }
        Redaction redaction = Redaction.of(List.of(secret));

        assertThat(redaction.apply("it got |" + written + "| and failed"))
                .as("%s as %s", secret, written)
                .isEqualTo("it got |[hidden]| and failed");
    }

    /** Every form, every two of them and every three, one around the other. */
    private static Stream<List<Form>> forms() {
        List<List<Form>> all = new ArrayList<>();
        for (Form first : Form.values()) {
            // Lines are folded before anything else is done, as MIME does with base64.
            for (Form second : EnumSet.complementOf(EnumSet.of(Form.FOLDED))) {
                all.add(List.of(first, second));
                all.add(List.of(first, second, Form.JSON));
                all.add(List.of(first, second, Form.URL));
                all.add(List.of(first, second, Form.HTML));
            }
        }
        return all.stream();
    }

    // Enough letters that no other text holds it, whatever is left out of it.
    private static String secret(Random random) {
        String drawn = IntStream.range(0, 4 + random.nextInt(20))
                .mapToObj(i -> ALPHABET.charAt(random.nextInt(ALPHABET.length())))
                .map(String::valueOf)
                .collect(Collectors.joining());
        return "k" + drawn + "cret";
    }

    @Test
    void isHiddenAtItsFullLengthBeforeTheTextIsCut() {
        Redaction redaction = Redaction.of(List.of("s3cr3t-t0k3n-0123456789"));

        assertThat(redaction.excerpt("x".repeat(90) + "s3cr3t-t0k3n-0123456789", 100))
                .isEqualTo("x".repeat(90) + "[hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3cr", "s3cr3t-t0k3n-012345678", "s3cr3t%2dt0k3n%2", "s3cr3t\\u002dt0\\u00", "s3cr3t&#45;t&#"})
    void beginningOfAValueIsHiddenWhereTheTextWasCut(String beginning) {
        Redaction redaction = Redaction.of(List.of("s3cr3t-t0k3n-0123456789"));

        assertThat(redaction.apply("it got " + beginning, true)).isEqualTo("it got [hidden]");
        assertThat(redaction.apply("it got " + beginning, false)).isEqualTo("it got " + beginning);
    }

    @Test
    void veryLongTextIsCutAndStillHidesWhatStandsAtTheCut() {
        Redaction redaction = Redaction.of(List.of("s3cr3t-t0k3n"));
        String text = "x".repeat(64 * 1024 - 6) + "s3cr3t-t0k3n";

        assertThat(redaction.apply(text)).isEqualTo("x".repeat(64 * 1024 - 6) + "[hidden]");
    }

    @Test
    void everythingElseStaysAsItWas() {
        String text = "100 % of C:\\new\\u12 &amp; <b>&nope;</b> %zz \\x1 \u200b + \r\n";

        assertThat(Redaction.of(List.of("another")).apply(text)).isEqualTo(text);
    }

    @Test
    void shortValuesAreLeftAlone() {
        assertThat(Redaction.of(List.of("", "abc", "%61%62%63")).apply("abc and %61bc"))
                .isEqualTo("abc and %61bc");
    }

    private static String each(String text, IntFunction<String> writing) {
        return text.chars().mapToObj(writing).collect(Collectors.joining());
    }

    private static String inJson(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            default -> Character.toString(character);
        };
    }

    private static String unicode(int character) {
        return String.format("\\u%04X", character);
    }

    private static String inHtml(int character) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> Character.toString(character);
        };
    }

    private static String percent(String text, String kept, boolean lower) {
        StringBuilder written = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            String escaped = String.format("%%%02X", octet & 0xFF);
            written.append(
                    kept.indexOf(character) >= 0
                            ? String.valueOf(character)
                            : lower ? escaped.toLowerCase(Locale.ROOT) : escaped);
        }
        return written.toString();
    }
}
