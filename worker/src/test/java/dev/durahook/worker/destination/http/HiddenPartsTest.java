package dev.durahook.worker.destination.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HiddenPartsTest {

    @Test
    void pathIsHiddenWholeAndInItsLongParts() {
        assertThat(parts(CrmDeclaration.crm("https://crm.example.com/hooks/0123456789abcdef/0123456789abcde")))
                .containsExactlyInAnyOrder("/hooks/0123456789abcdef/0123456789abcde", "0123456789abcdef");
    }

    @Test
    void queryIsHiddenWholeAndEachOfItsValues() {
        assertThat(parts(CrmDeclaration.crm("https://crm.example.com/?key=a%20b&s3cr3t")))
                .containsExactlyInAnyOrder("/", "key=a%20b&s3cr3t", "a b", "s3cr3t");
    }

    @Test
    void tokenOfAHeaderIsHiddenWithItsSchemeAndWithout() {
        assertThat(parts(withHeader("Bearer t0k3n"))).contains("Bearer t0k3n", "t0k3n");
    }

    @Test
    void eachValueOfAListInAHeaderIsHidden() {
        assertThat(parts(withHeader("Digest token=\"t0k3n\", realm=\"shop\""))).contains("t0k3n", "shop");
    }

    @Test
    void userAndPasswordOfBasicAreHidden() {
        String encoded = Base64.getEncoder().encodeToString("user:pass:word".getBytes(StandardCharsets.UTF_8));

        assertThat(parts(withHeader("Basic " + encoded))).contains(encoded, "user:pass:word", "user", "pass:word");
    }

    @Test
    void partsAreHiddenInEveryFailureOfTheDestination() {
        CrmDeclaration declared = withHeader("Bearer t0k3n");

        assertThat(CrmDeclaration.transport(declared.destination()).hiddenValues())
                .isEqualTo(parts(declared));
    }

    private static CrmDeclaration withHeader(String value) {
        return CrmDeclaration.crm("https://crm.example.com/hooks").with("request-headers.Authorization", value);
    }

    private static Set<String> parts(CrmDeclaration declared) {
        return HiddenParts.of(declared.destination());
    }
}
