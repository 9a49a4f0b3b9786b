package dev.durahook.worker.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.testsupport.Cases;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
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

/** A secret is hidden in every form in which a program may write it, such as JSON or base64 within a URL. */
class RedactionTest {

    private static final String ALPHABET = "abcXYZ019 +/=\"'\\<>&%:;,.-_~!#$?@()[]{}äß€\u00a0\t";

    /** How many values each combination of forms hides. */
    private static final int SECRETS = Cases.of(4, 10);

    /** The forms in which programs write one text into another. */
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
        UNICODE_IN_BRACES(text -> text.codePoints()
                .mapToObj(c -> "\\u{" + Integer.toHexString(c) + "}")
                .collect(Collectors.joining())),
        LONG_UNICODE(text ->
                text.codePoints().mapToObj(c -> String.format("\\U%08x", c)).collect(Collectors.joining())),
        HTML_WITHOUT_SEMICOLONS(
                text -> text.codePoints().mapToObj(c -> "&#" + c).collect(Collectors.joining())),
        BASE64(text -> Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
        BASE64_URL(
                text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
        HEXADECIMAL(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))),
        HEXADECIMAL_GROUPED(
                text -> HexFormat.ofDelimiter(":").withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8))),
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
            // The list's own hash code differs from one JVM to the next.
            Random random = new Random(forms.toString().hashCode());
            for (int i = 0; i < SECRETS; i++) {
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

    /** Every form alone, and every combination of two and three forms, one inside the other. */
    private static Stream<List<Form>> forms() {
        List<List<Form>> all = new ArrayList<>();
        // These forms come first only. Redaction doesn't look for an escaped secret within base64 or hexadecimal
        // digits, and doesn't recognise an escape, such as &#100, that a folded line cuts in two.
        Set<Form> only =
                EnumSet.of(Form.FOLDED, Form.BASE64, Form.BASE64_URL, Form.HEXADECIMAL, Form.HEXADECIMAL_GROUPED);
        for (Form first : Form.values()) {
            for (Form second : EnumSet.complementOf(EnumSet.copyOf(only))) {
                all.add(List.of(first, second));
                all.add(List.of(first, second, Form.JSON));
                all.add(List.of(first, second, Form.URL));
                all.add(List.of(first, second, Form.HTML));
            }
        }
        return all.stream();
    }

    // A random secret of which no part occurs in the text around it.
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
    }

    @Test
    void beginningOfAValueInHexadecimalIsHiddenWhereTheTextWasCut() {
        assertThat(Redaction.of(List.of("s3cr3t-t0k3n")).apply("it got 7333637233", true))
                .isEqualTo("it got [hidden]");
    }

    @Test
    void endOfACutTextThatBeginsNoValueIsShown() {
        assertThat(Redaction.of(List.of("s3cr3t-t0k3n")).apply("it got nothing", true))
                .isEqualTo("it got nothing");
    }

    @Test
    void valueIsHiddenAlsoIfALineBreakWithIndentationSplitsIt() {
        assertThat(Redaction.of(List.of("s3cr3t-t")).apply("it got s3cr\n    3t-t"))
                .isEqualTo("it got [hidden]");
        assertThat(Redaction.of(List.of("s3cr3t-")).apply("it got s3cr 3t-"))
                .as("seven characters occur in many texts if spaces don't count")
                .isEqualTo("it got s3cr 3t-");
    }

    @Test
    void partIsHiddenFromAValueOfTwelveCharactersOn() {
        assertThat(Redaction.of(List.of("s3cr3t/t0k3n")).apply("it got s3cr3t/t0k"))
                .isEqualTo("it got [hidden]");
        assertThat(Redaction.of(List.of("s3cr3t/t0k3")).apply("it got s3cr3t/t0k"))
                .isEqualTo("it got s3cr3t/t0k");
    }

    @Test
    void paddingBelongsToAValueButIsNotNeeded() {
        Redaction redaction = Redaction.of(List.of("ab1d=="));

        assertThat(redaction.apply("it got ab1d==.")).isEqualTo("it got [hidden].");
        assertThat(redaction.apply("it got ab1d.")).isEqualTo("it got [hidden].");
    }

    @Test
    void shortestValueIsHiddenInHexadecimalAndInTwoLayersOfBase64() {
        Redaction redaction = Redaction.of(List.of("ab1d"));

        assertThat(redaction.apply("it got 61623164")).isEqualTo("it got [hidden]");
        assertThat(redaction.apply("it got " + Form.BASE64.write(Form.BASE64.write("ab1d"))))
                .isEqualTo("it got [hidden]");
        assertThat(redaction.apply("it got " + Form.BASE64.write("ab1dxy")))
                .as("the sixth character depends on what follows")
                .isEqualTo("it got [hidden]" + Form.BASE64.write("ab1dxy").substring(5));
    }

    @Test
    void textOfTheLongestLengthIsNotCut() {
        String text = "x".repeat(64 * 1024 - 6) + "s3cr3t";

        assertThat(Redaction.of(List.of("s3cr3t-t0k3n")).apply(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr3t%F0%9F%98%80t0k3n",
                "s3cr3t%uD83D%uDE00t0k3n",
                "s3cr3t\\ud83d\\ude00t0k3n",
                "s3cr3t&#128512;t0k3n"
            })
    void characterOutsideTheBasicPlaneIsRecognised(String written) {
        assertThat(Redaction.of(List.of("s3cr3t\uD83D\uDE00t0k3n")).apply("it got " + written))
                .isEqualTo("it got [hidden]");
    }

    @Test
    void firstCharacterOfThreeBytesIsRecognised() {
        assertThat(Redaction.of(List.of("s3\u0E01t0")).apply("it got s3%E0%B8%81t0"))
                .isEqualTo("it got [hidden]");
    }

    @Test
    void longPartOfAValueIsHiddenSinceAPeerMayHaveCutIt() {
        Redaction redaction = Redaction.of(List.of("s3cr3t-t0k3n-0123456789"));

        assertThat(redaction.apply("it got s3cr3t-t0k3n-01234...")).isEqualTo("it got [hidden]...");
        assertThat(redaction.apply("it got ...t0k3n-0123456789")).isEqualTo("it got ...[hidden]");
        assertThat(redaction.apply("it got s3cr3t%2Dt0k3n%2D01...")).isEqualTo("it got [hidden]...");
        assertThat(redaction.apply("it got s3cr3t-t0 and,0123456789"))
                .as("nine characters reveal little")
                .isEqualTo("it got s3cr3t-t0 and,[hidden]");
    }

    @Test
    void partOfAPathIsShown() {
        assertThat(Redaction.of(List.of("/webhooks/orders/created")).apply("no /webhooks/orders here"))
                .isEqualTo("no /webhooks/orders here");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void isHiddenWithinALongerTextInBase64(int before) {
        String text = "x".repeat(before) + "{\"token\": \"s3cr3t/t0k3n+0123456789\"}";
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        String shown = Redaction.of(List.of("s3cr3t/t0k3n+0123456789")).apply("it got " + encoded);

        assertThat(shown).contains("[hidden]");
        assertThat(shown.indexOf("[hidden]") - "it got ".length())
                .as("characters of base64 that hold only what is before the value")
                .isLessThanOrEqualTo((text.indexOf("s3cr3t") * 8 + 5) / 6);
        assertThat(new String(
                        Base64.getMimeDecoder().decode(shown.split("\\[")[0].substring(7)), StandardCharsets.UTF_8))
                .doesNotContain("s3");
    }

    @Test
    void decodedValueIsHiddenInHexadecimalDigits() {
        String signature = "AFlZKeKPmRgYkPAnRM0uhgUJ3+7XFx4i+RInt+HecbA=";
        assertThat(Redaction.of(List.of(signature))
                        .apply("computed 00595929e28f99181890f02744cd2e860509dfeed7171e22f91227b7e1de71b0"))
                .isEqualTo("computed [hidden]");
    }

    @Test
    void anotherAlphabetOrNoPaddingHidesNothingFromUs() {
        String signature = "AFlZKeKPmRgYkPAnRM0uhgUJ3+7XFx4i/RInt+HecbA=";
        assertThat(Redaction.of(List.of(signature)).apply("got AFlZKeKPmRgYkPAnRM0uhgUJ3-7XFx4i_RInt-HecbA."))
                .isEqualTo("got [hidden].");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s&uuml;&szlig;e k&auml;tze", "s&uuml;&#223;e&nbsp;k&#xE4;tze", "s&amp;uuml;&szlig;e k&auml;tze"
            })
    void letterWithANameInHtmlIsRecognised(String written) {
        assertThat(Redaction.of(List.of(written.contains("&nbsp;") ? "süße\u00a0kätze" : "süße kätze"))
                        .apply("it got " + written))
                .isEqualTo("it got [hidden]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\\x2dt0k3n", "s3cr3t\\x2Dt0k3n", "s3cr3t\\055t0k3n"})
    void byteInAnEscapeOfAShellOrAProgramIsRecognised(String written) {
        assertThat(Redaction.of(List.of("s3cr3t-t0k3n")).apply("it got " + written))
                .isEqualTo("it got [hidden]");
    }

    @Test
    void letterThatBecomesTwoInAnotherCaseIsRecognised() {
        assertThat(Redaction.of(List.of("süße kätze")).apply("it got SÜSSE KÄTZE"))
                .isEqualTo("it got [hidden]");
    }

    @Test
    void veryLongTextIsCutAndTheValueAtTheCutIsHidden() {
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
