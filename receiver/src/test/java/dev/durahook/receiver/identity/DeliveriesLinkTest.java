package dev.durahook.receiver.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.receiver.configuration.InvalidRuleException;
import dev.durahook.receiver.source.Deliveries;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveriesLinkTest {

    private static final String GITHUB = "https://github.com/{/repository/full_name}/settings/hooks";

    @ParameterizedTest
    @ValueSource(strings = {"octocat/hello", "octocat/.github", "Octo-Cat/a_b.c", "evt_1"})
    void valueIsAPartOfThePath(String value) {
        assertThat(link(GITHUB, value)).contains("https://github.com/" + value + "/settings/hooks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../login",
                "..",
                ".",
                "a/..",
                "a/../b",
                "a/./b",
                "/evil.example",
                "//evil.example",
                "a//b",
                "a/b/c/d",
                "a/",
                "@evil.example",
                "evil.example:80",
                "a?b",
                "a#b",
                "a%2fb",
                "a b",
                "a>b",
                "a)b",
                "a\\nb",
                "a\\\\b",
                "\u00e4"
            })
    void valueThatCouldBeMoreMakesItNoLink(String value) {
        assertThat(link(GITHUB, value)).isEmpty();
    }

    @Test
    void longOrMissingValueMakesItNoLink() {
        assertThat(link(GITHUB, "x".repeat(200))).isPresent();
        assertThat(link(GITHUB, "x".repeat(201))).isEmpty();
        assertThat(DeliveriesLink.of(GITHUB)
                        .filled(EventValues.of(
                                Deliveries.of("{}"), DeliveriesLink.of(GITHUB).pointers())))
                .isEmpty();
    }

    @Test
    void pageWithoutAValueIsAlwaysLinked() {
        assertThat(link("https://resend.com/webhooks", "any")).contains("https://resend.com/webhooks");
    }

    @Test
    void schemeWithoutAPageHasNoLink() {
        assertThat(DeliveriesLink.NONE.filled(EventValues.of(Deliveries.of("{}"), DeliveriesLink.NONE.pointers())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://github.com/{/id}",
                "https://github.com/{/id~2}",
                "https://github.com/{/ids/0}",
                "https://{/host}/a",
                "https://github.com{/id}",
                "https://a.{/host}.example/",
                "https://user@github.com/{/id}",
                "https://github.com:8443/{/id}",
                "https://github.com/?{/id}",
                "https://github.com/#{/id}",
                "https://github.com/{type}",
                "https://github.com/ {/id}",
                "https://github/{/id}",
                "javascript:alert(1)"
            })
    void templateThatASenderCouldTurnIsRefused(String template) {
        assertThatThrownBy(() -> DeliveriesLink.of(template)).isInstanceOf(InvalidRuleException.class);
    }

    private static Optional<String> link(String template, String value) {
        DeliveriesLink link = DeliveriesLink.of(template);
        String body = "{\"repository\": {\"full_name\": \"" + value + "\"}}";
        return link.filled(EventValues.of(Deliveries.of(body), link.pointers()));
    }
}
