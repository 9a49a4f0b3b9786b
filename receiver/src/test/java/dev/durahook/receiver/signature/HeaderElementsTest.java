package dev.durahook.receiver.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.receiver.delivery.Headers;
import dev.durahook.receiver.verification.NotVerifiedException;
import dev.durahook.receiver.verification.Rejection;
import dev.durahook.receiver.verification.Verdict.Rejected;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderElementsTest {

    private static void tooMany(Headers headers, String detail) {
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() -> LIST.readEvery(headers, Rejection.SIGNATURE_MISSING, false))
                .withMessage(detail);
    }

    private static final HeaderElements LIST = new HeaderElements(List.of("X-Sign", "X-Other"), ",", "v1=");
    private static final HeaderElements ONE = new HeaderElements(List.of("X-Sign"), "", "v1=");

    @Test
    void readsTheElementsOfItsPrefixAndPassesOverOthers() throws Exception {
        assertThat(read(LIST, "t=1, v1=a ,v0=b,, v1=c,v1")).containsExactly("a", "c");
    }

    @Test
    void aHeaderWithoutSeparatorIsOneElement() throws Exception {
        assertThat(read(ONE, "v1=a,v1=b")).containsExactly("a,v1=b");
    }

    @Test
    void theFirstNameThatWasSentCounts() throws Exception {
        Headers both = Headers.of(Map.of("x-other", List.of("v1=second"), "x-sign", List.of("v1=first")));
        assertThat(LIST.read(both, Rejection.SIGNATURE_MISSING)).containsExactly("first");
        Headers second = Headers.of(Map.of("x-other", List.of("v1=second")));
        assertThat(LIST.read(second, Rejection.SIGNATURE_MISSING)).containsExactly("second");
    }

    // The elements as Supabase writes them, and as a proxy joins two headers.
    @Test
    void spacedElementsWithCommasBetweenThem() throws Exception {
        HeaderElements spaced = new HeaderElements(List.of("X-Sign"), " ", "v1,");
        assertThat(read(spaced, "v1,a=, v1,b= v1a,c, v1,d")).containsExactly("a=", "b=", "d");
        assertThat(read(spaced, "v1,a=,")).containsExactly("a=");
        assertThat(read(spaced, "v1,a,,")).containsExactly("a,");
        assertThat(read(spaced, "v1,a,v1,b")).containsExactly("a,v1,b");
        malformed(spaced, "v1,", "header X-Sign has no element that begins with 'v1,'");
        malformed(spaced, ",v1,a", "header X-Sign has no element that begins with 'v1,'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b", "bearer a.b", "BEARER a.b", "bEaReR   a.b"})
    void caseOfTheAuthorizationSchemeDoesNotMatter(String value) throws Exception {
        Headers headers = Headers.of(Map.of("authorization", List.of(value)));
        assertThat(HeaderElements.credentials(headers, "Bearer")).isEqualTo("a.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearera.b", "Basic a.b", "Bearer", "Bearer\ta.b", "xBearer a.b", "Bear\u212ar a.b"})
    void anotherSchemeOfAnAuthorization(String value) {
        Headers headers = Headers.of(Map.of("Authorization", List.of(value)));
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() -> HeaderElements.credentials(headers, "Bearer"));
    }

    @Test
    void textAfterTheSchemeIsComparedExactly() throws Exception {
        HeaderElements own = new HeaderElements(List.of("Authorization"), "", "Token token=");
        Headers headers = Headers.of(Map.of("Authorization", List.of("tOKEN  token=A")));
        assertThat(own.read(headers, Rejection.SIGNATURE_MISSING)).containsExactly("A");
        rejected(
                own,
                Headers.of(Map.of("Authorization", List.of("Token Token=A"))),
                Rejection.SIGNATURE_MALFORMED,
                "header Authorization has no element that begins with 'Token token='");
    }

    @Test
    void noOtherHeaderHasASchemeWithoutCase() {
        malformed(
                new HeaderElements(List.of("X-Sign"), "", "HMAC "),
                "hmac a",
                "header X-Sign has no element that begins with 'HMAC '");
        rejected(
                new HeaderElements(List.of("Authorization"), "", "v1="),
                Headers.of(Map.of("Authorization", List.of("V1=a"))),
                Rejection.SIGNATURE_MALFORMED,
                "header Authorization has no element that begins with 'v1='");
    }

    @Test
    void missing() {
        rejected(LIST, Headers.of(Map.of()), Rejection.TIMESTAMP_MISSING, "header X-Sign or X-Other is missing");
    }

    @Test
    void nameThatTheDeliveryHasChosenIsNotShown() {
        rejected(
                new HeaderElements(List.of("X-<b>"), "", ""),
                Headers.of(Map.of()),
                Rejection.TIMESTAMP_MISSING,
                "header that the delivery lists is missing");
    }

    @Test
    void repeated() {
        rejected(
                LIST,
                Headers.of(Map.of("X-Sign", List.of("v1=a", "v1=a"))),
                Rejection.SIGNATURE_MALFORMED,
                "header X-Sign or X-Other was sent 2 times");
    }

    @Test
    void everyHeaderAndEveryTimeItWasSent() throws Exception {
        Headers headers = Headers.of(Map.of("X-Sign", List.of("v1=a,v2=b", "v1=c"), "X-Other", List.of("v1=d")));
        assertThat(LIST.readEvery(headers, Rejection.SIGNATURE_MISSING, false)).containsExactly("a", "c", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1=a, v1=b", "v1=a,v1=b", "v1=a ,\tv1=b,"})
    void everyHeaderAfterAProxyHasJoinedThem(String joined) throws Exception {
        Headers headers = Headers.of(Map.of("X-Sign", List.of(joined, "v1=c")));
        assertThat(ONE.readEvery(headers, Rejection.SIGNATURE_MISSING, true)).containsExactly("a", "b", "c");
        HeaderElements others = new HeaderElements(List.of("X-Sign"), ";", "v1=");
        assertThat(others.readEvery(
                        Headers.of(Map.of("X-Sign", List.of("v0=x;v1=a, v1=b;v1=c"))),
                        Rejection.SIGNATURE_MISSING,
                        true))
                .containsExactly("a", "b", "c");
    }

    @Test
    void moreThanAreReadAfterAProxyHasJoinedThem() {
        String joined = String.join(", ", Collections.nCopies(HeaderElements.MAX_ELEMENTS + 1, "v1=a"));
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() ->
                        ONE.readEvery(Headers.of(Map.of("X-Sign", List.of(joined))), Rejection.SIGNATURE_MISSING, true))
                .withMessage("header X-Sign lists more than 32 elements");
    }

    @Test
    void everyHeaderAndNoneWasSent() {
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() -> LIST.readEvery(Headers.of(Map.of()), Rejection.SIGNATURE_MISSING, false))
                .withMessage("header X-Sign or X-Other is missing");
    }

    @Test
    void moreThanAreReadOfEveryHeader() {
        List<String> often = Collections.nCopies(HeaderElements.MAX_ELEMENTS + 1, "v1=a");
        tooMany(Headers.of(Map.of("X-Sign", often)), "header X-Sign or X-Other was sent 33 times, at most 32 are read");
        List<String> lists = Collections.nCopies(2, "v1=a" + ",v1=a".repeat(HeaderElements.MAX_ELEMENTS - 1));
        tooMany(Headers.of(Map.of("X-Sign", lists)), "header X-Sign or X-Other lists more than 32 elements");
    }

    @Test
    void asManyAsAreReadOfEveryHeader() throws Exception {
        List<String> often = Collections.nCopies(HeaderElements.MAX_ELEMENTS, "v1=a");
        assertThat(LIST.readEvery(Headers.of(Map.of("X-Sign", often)), Rejection.SIGNATURE_MISSING, false))
                .hasSize(HeaderElements.MAX_ELEMENTS);
        List<String> lists = Collections.nCopies(2, "v1=a" + ",v1=a".repeat(HeaderElements.MAX_ELEMENTS / 2 - 1));
        assertThat(LIST.readEvery(Headers.of(Map.of("X-Sign", lists)), Rejection.SIGNATURE_MISSING, false))
                .hasSize(HeaderElements.MAX_ELEMENTS);
    }

    @Test
    void nothingOfItsPrefix() {
        malformed(LIST, "v2=a", "header X-Sign or X-Other has no element that begins with 'v1='");
        malformed(LIST, "V1=a", "header X-Sign or X-Other has no element that begins with 'v1='");
        malformed(ONE, "a", "header X-Sign has no element that begins with 'v1='");
    }

    @Test
    void asManyElementsAsAreRead() throws Exception {
        assertThat(read(LIST, "v1=a" + ",v1=a".repeat(HeaderElements.MAX_ELEMENTS - 1)))
                .hasSize(HeaderElements.MAX_ELEMENTS);
    }

    @Test
    void oneElementMore() {
        malformed(
                LIST,
                "v1=a" + ",v1=a".repeat(HeaderElements.MAX_ELEMENTS),
                "header X-Sign or X-Other lists more than 32 elements");
    }

    @Test
    void emptyElementsCountAsWell() {
        malformed(LIST, "v1=a" + ",".repeat(100), "header X-Sign or X-Other lists more than 32 elements");
    }

    @Test
    void asLongAsIsRead() throws Exception {
        assertThat(read(ONE, "v1=" + "a".repeat(8189))).containsExactly("a".repeat(8189));
    }

    @Test
    void tooLong() {
        malformed(ONE, "v1=" + "a".repeat(8190), "header X-Sign has 8193 characters, at most 8192 are read");
    }

    @Test
    void charactersThatNoHeaderCanHold() {
        malformed(ONE, "v1=a\u0000", "header X-Sign has characters that are not allowed in headers");
        malformed(ONE, "v1=a\nb", "header X-Sign has characters that are not allowed in headers");
        malformed(ONE, "v1=\u20ac", "header X-Sign has characters that are not allowed in headers");
    }

    private static List<String> read(HeaderElements elements, String value) throws NotVerifiedException {
        return elements.read(Headers.of(Map.of("X-Sign", List.of(value))), Rejection.SIGNATURE_MISSING);
    }

    private static void malformed(HeaderElements elements, String value, String detail) {
        rejected(elements, Headers.of(Map.of("X-Sign", List.of(value))), Rejection.SIGNATURE_MALFORMED, detail);
    }

    private static void rejected(HeaderElements elements, Headers headers, Rejection reason, String detail) {
        assertThatExceptionOfType(NotVerifiedException.class)
                .isThrownBy(() -> elements.read(headers, Rejection.TIMESTAMP_MISSING))
                .satisfies(e -> assertThat(e.verdict()).isEqualTo(new Rejected(reason, detail)));
    }
}
