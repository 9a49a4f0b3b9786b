package dev.durahook.receiver.source;

import static dev.durahook.receiver.source.Complaints.complaint;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invalid sources stop the start with a message for the operator. */
class SourceMistakesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "guarded-by: canary|guarded-by has an invalid value: use one of mutual-tls, ",
                "max-body-size: 64kb|max-body-size has an invalid value: write a size without a space and in capital",
                "tolerance: ''|tolerance is empty: give it a value, or leave it out",
                "max-body-size: '${shop.unset:}'|max-body-size is empty",
                "secret-files: ['']|secret-files[0] is empty: name a file",
                "task-queue: ' durahook '|task-queue begins or ends with white space: remove it",
                "task-queue: '[durahook]'|task-queue holds a quotation mark, a bracket or a comma",
                "task-queue: 'durahook,slow'|task-queue holds a quotation mark, a bracket or a comma",
                "headers: ['X-Foo:']|headers lists a name that no header can have",
                "headers: ['x y']|headers lists a name that no header can have",
                "headers: ['x-*-y']|headers lists a name that no header can have",
                "type: {header: 'X T'}|type has a header with a name that no header can have"
            })
    void valueSaysWhatIsTaken(String declared, String problem) {
        complaint("shop: {scheme: stripe, secrets: [x], " + declared + "}")
                .startsWith("durahook.sources.shop." + problem)
                .doesNotContain("canary", "java.");
    }

    @Test
    void schemeAbsent() {
        complaint("shop: {secrets: [x]}")
                .startsWith("durahook.sources.shop.scheme is missing")
                .contains("stripe");
    }

    @Test
    void schemeEmpty() {
        complaint("shop: {scheme: '', secrets: [x]}").startsWith("durahook.sources.shop.scheme is missing");
    }

    @Test
    void schemeUnknown() {
        complaint("shop: {scheme: stripes, secrets: [x]}")
                .startsWith("durahook.sources.shop.scheme is not a known scheme; use one of custom, ")
                .contains("github", "none", "standard-webhooks", "stripe");
    }

    @ParameterizedTest
    @CsvSource({"Shop", "my_shop", "shop.eu", "-shop", "'a:b'"})
    void nameIsInvalid(String name) {
        complaint("'[" + name + "]': {scheme: stripe, secrets: [x]}")
                .isEqualTo("durahook.sources." + name
                        + " is not a valid name for a source: use 1 to 50 lower-case letters, digits and hyphens");
    }

    @ParameterizedTest
    @CsvSource({"no, false", "Off, false", "on, true", "010, 8", "5:00, 300", "'null', null", "~, null", "360, 360"})
    void nameIsNotWhatWasWritten(String written, String read) {
        complaint(written + ": {scheme: stripe, secrets: [x]}")
                .isEqualTo("durahook.sources." + read + " is not a valid name for a source, because YAML reads other"
                        + " texts as this name, such as no as false, 010 as 8, or a list as 0 and 1: choose another"
                        + " name");
    }

    @Test
    void sourcesAreNoList() {
        complaint("- {scheme: stripe, secrets: [x]}")
                .startsWith("durahook.sources.0 is not a valid name for a source, because YAML reads");
    }

    @Test
    void namesThatSpringComparesAsOne() {
        complaint("my-shop: {scheme: stripe, secrets: [x]}\nmyshop: {scheme: github, secrets: [x]}")
                .startsWith("durahook.sources has the names my-shop and myshop, which are one key to Spring")
                .endsWith("so that it begins with DURAHOOK_SOURCES_MY_SHOP_");
    }

    @Test
    void placeholderThatNothingResolves() {
        complaint("shop: {scheme: github, secrets: [x], task-queue: '${QUEUE_THAT_NOBODY_SET}'}")
                .isEqualTo("durahook.sources.shop.task-queue holds a placeholder that nothing resolves: set the"
                        + " variable it names");
    }

    @Test
    void toleranceWithoutAScheme() {
        complaint("shop: {scheme: none, tolerance: 5m}")
                .startsWith("durahook.sources.shop.tolerance has no effect with scheme: none: remove it");
    }

    @Test
    void toleranceWithoutATimestamp() {
        complaint("shop: {scheme: github, secrets: [x], tolerance: 5m}")
                .isEqualTo("durahook.sources.shop.tolerance has no effect, because the scheme signs no timestamp:"
                        + " remove it");
    }

    @ParameterizedTest
    @CsvSource({"''", "example.com/hook", "https://"})
    void publicUrlMustBeGivenIfTheSchemeSignsTheUrl(String url) {
        complaint("shop: {scheme: square, secrets: [x], public-url: '" + url + "'}")
                .isEqualTo("durahook.sources.shop.public-url must be an http:// or https:// URL, because the scheme"
                        + " signs it; write it exactly as it"
                        + " was entered at the sender");
    }

    @Test
    void publicUrlIsRefusedIfTheSchemeDoesNotSignTheUrl() {
        complaint("shop: {scheme: github, secrets: [x], public-url: 'https://example.com'}")
                .isEqualTo("durahook.sources.shop.public-url has no effect, because the scheme does not sign the URL:"
                        + " remove it");
        complaint("shop: {scheme: none, public-url: 'https://example.com'}")
                .isEqualTo("durahook.sources.shop.public-url has no effect with scheme: none: remove it");
    }

    @ParameterizedTest
    @CsvSource({"0s", "-5m"})
    void toleranceOfNothing(String tolerance) {
        complaint("shop: {scheme: stripe, secrets: [x], tolerance: " + tolerance + "}")
                .startsWith("durahook.sources.shop.tolerance must have a tolerance above zero");
    }

    @Test
    void toleranceIsNotADuration() {
        complaint("shop: {scheme: stripe, secrets: [x], tolerance: soon}")
                .isEqualTo(
                        "durahook.sources.shop.tolerance has an invalid value: write a duration without a space, such as"
                                + " 500ms, 30s, 5m, 1h or 7d");
    }

    @ParameterizedTest
    @CsvSource({"2000001B", "2MB", "0B", "-1B"})
    void bodySizeDoesNotFitIntoTemporal(String size) {
        complaint("shop: {scheme: stripe, secrets: [x], max-body-size: " + size + "}")
                .isEqualTo(
                        "durahook.sources.shop.max-body-size must be 1B to 2000000B, because Temporal's limit for one"
                                + " payload is 2 MiB");
    }

    @Test
    void taskQueueEmpty() {
        complaint("shop: {scheme: stripe, secrets: [x], task-queue: ' '}")
                .startsWith("durahook.sources.shop.task-queue is empty");
    }

    @Test
    void taskQueueOfOperations() {
        complaint("shop: {scheme: stripe, secrets: [x], task-queue: durahook-operations}")
                .startsWith("durahook.sources.shop.task-queue must not be durahook-operations")
                .contains("name another task queue");
    }

    @Test
    void mediaTypeIsInvalid() {
        complaint("shop: {scheme: stripe, secrets: [x], media-types: [json]}")
                .startsWith("durahook.sources.shop.media-types[0] has an invalid value: write a media type such as");
    }

    @ParameterizedTest
    @CsvSource({"Stripe-Signature", "Authorization", "Cookie", "Proxy-Authorization", "X-Hub-Signature-256", "X-Api-Key"
    })
    void headerIsACredential(String header) {
        complaint("shop: {scheme: stripe, secrets: [x], headers: [X-Fine, " + header + "]}")
                .startsWith("durahook.sources.shop.headers lists " + header.toLowerCase(Locale.ROOT))
                .endsWith("remove it");
    }

    @Test
    void keyUnknown() {
        complaint("shop: {scheme: stripe, secrets: [x], tolerence: 5m}")
                .startsWith(
                        "durahook.sources.shop.tolerence is not a known key: check its spelling; it is declared in ");
    }

    // A list of a profile's file replaces that of the other file, whose elements then belong to nothing.
    @Test
    void keyOfAListIsPerhapsReplaced() {
        complaint("shop: {scheme: stripe, secrets: [{valve: x}]}")
                .startsWith(
                        "durahook.sources.shop.secrets[0].valve is not a known key: check its spelling, and remove the"
                                + " key if another place replaces its list, such as a profile's file");
    }

    @Test
    void sourceIsNotAMap() {
        complaint("shop: stripe").startsWith("durahook.sources.shop");
    }

    @Test
    void twoSourcesOfOneName() {
        Source shop = Declaration.source("shop: {scheme: none}");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Sources(List.of(shop, shop)))
                .withMessage("two sources are named 'shop': rename one");
    }
}
