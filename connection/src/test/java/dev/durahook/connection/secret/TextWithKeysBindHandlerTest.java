package dev.durahook.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.connection.TestEnvironment;
import dev.durahook.connection.configuration.KnownKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** A secret whose end is ignored would stay valid for ever. */
class TextWithKeysBindHandlerTest {

    private static final String ENTRY = "DURAHOOK_GROUP_MY_SHOP_";
    private static final String END = "2020-01-01T00:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "SECRETS_0, SECRETS_0_NOT_AFTER, secrets[0]",
        "SECRETS_0, secrets_0_notafter, secrets[0]",
        "SECRETS, SECRETS_0_NOT_AFTER, secrets",
        "SECRETS, SECRETS_1, secrets",
        "SHOW_TOKEN, SHOW_TOKEN_NOT_AFTER, show-token",
        "SHOW_TOKEN, SHOWTOKEN_VALUE, show-token"
    })
    void variableBelowATextIsRefused(String text, String below, String key) {
        BindException failure = failure(TestEnvironment.with(
                Map.of("durahook.group.my-shop.name", "a"), Map.of(ENTRY + text, "s3cret", ENTRY + below, END)));

        assertThat(failure.getName()).hasToString("durahook.group.my-shop." + key);
        assertThat(failure)
                .rootCause()
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("the variable " + ENTRY + below + " of the environment has no effect")
                .hasMessageNotContaining("s3cret");
    }

    // Spring looks for the text in all places before it looks for the keys below.
    @Test
    void variableBelowATextOfAFileIsRefused() {
        BindException failure = failure(TestEnvironment.with(
                Map.of("durahook.group.my-shop.show-token", "a"), Map.of(ENTRY + "SHOW_TOKEN_VALUE", "b")));

        assertThat(failure).rootCause().hasMessageContaining(ENTRY + "SHOW_TOKEN_VALUE of the environment has no");
    }

    @Test
    void variablesThatCountAreTaken() {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of("durahook.group.my-shop.secrets", "a", "durahook.group.my-shop.show-token", "b"),
                Map.of(
                        ENTRY + "SECRETS_0_VALUE", "c",
                        ENTRY + "SECRETS_0_NOT_AFTER", END,
                        ENTRY + "SECRETS_1", "d",
                        ENTRY + "SECRETS_10_VALUE", "e",
                        ENTRY + "SHOW_TOKEN", "f",
                        ENTRY + "SHOW_TOKEN_NOT_AFTER", ""));

        assertThat(bind(environment))
                .containsOnly(Map.entry(
                        "my-shop",
                        new Entry(null, List.of(new Secret("c", Instant.parse(END)), Secret.of("d")), Secret.of("f"))));
    }

    private static BindException failure(ConfigurableEnvironment environment) {
        return catchThrowableOfType(BindException.class, () -> bind(environment));
    }

    private static Map<String, Entry> bind(ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bind("durahook.group", Bindable.mapOf(String.class, Entry.class), KnownKeys.strict(Secret.class))
                .get();
    }

    record Entry(
            @Nullable String name,
            @Nullable List<Secret> secrets,
            @Nullable Secret showToken) {}

    record Secret(@Nullable String value, @Nullable Instant notAfter) {

        public static Secret of(String text) {
            return new Secret(text, null);
        }
    }
}
