package dev.durahook.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** Values that YAML does not read as text arrive as they were written, or stop the start. */
class QuotedTextBindHandlerTest {

    private static final String NUMBER =
            " is read as a number, which may lose zeros and digits: put it in quotation marks";
    private static final String BOOLEAN = " is read as true or false: put it in quotation marks";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123",
                "12345678",
                "1e10",
                "1_000",
                "0x1F",
                "0b11",
                "1:30",
                "2.10",
                "+5",
                "-0",
                ".inf",
                "123456789012345678901234567890"
            })
    void numberIsNotASecret(String written) {
        problem("secrets: [" + written + "]").isEqualTo("shop.secrets[0]" + NUMBER);
        problem("secrets: [one, " + written + "]").isEqualTo("shop.secrets[1]" + NUMBER);
        problem("secrets: " + written).isEqualTo("shop.secrets" + NUMBER);
        problem("secrets:\n    - " + written + " # our own\n").isEqualTo("shop.secrets[0]" + NUMBER);
        problem("verify-token: " + written).isEqualTo("shop.verify-token" + NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", "No", "on", "OFF"})
    void wordForTrueOrFalseIsNotASecret(String written) {
        problem("secrets: [" + written + "]").isEqualTo("shop.secrets[0]" + BOOLEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'0123'", "\"1e10\"", "!!str 0123", "2027-01-31", "08", "12345678x", "0x"})
    void textIsASecret(String written) {
        assertThat(bound("secrets: [" + written + "]").secrets())
                .containsExactly(written.replaceAll("!!str |['\"]", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-5", "120475", "true", "false", "2.5", "1234567890123"})
    void otherTextMayBeANumberThatYamlKeeps(String written) {
        assertThat(bound("headers: { X-Any: " + written + " }").headers()).isEqualTo(Map.of("X-Any", written));
        assertThat(bound("headers: {X-Any: " + written + "}").headers()).isEqualTo(Map.of("X-Any", written));
        assertThat(bound("headers:\n    X-Any: " + written).headers()).isEqualTo(Map.of("X-Any", written));
        assertThat(bound("headers:\n    X-Any: " + written + " # any").headers())
                .isEqualTo(Map.of("X-Any", written));
    }

    @ParameterizedTest
    @CsvSource({"0123", "1e10", "1_000", "0x1F", "1:30", "2.10", "+5"})
    void otherTextMustNotBeANumberThatYamlChanges(String written) {
        problem("headers: {X-Any: " + written + "}").isEqualTo("shop.headers.x-any" + NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "True", "on"})
    void otherTextMustNotBeAWordThatYamlChanges(String written) {
        problem("headers: {X-Any: " + written + "}").isEqualTo("shop.headers.x-any" + BOOLEAN);
    }

    @Test
    void placeholderMustNotStandForANumberThatYamlChanges() {
        String number = "own: {key: 0123, port: 5432}\n";
        problem("secrets: ['${own.key}']", number).isEqualTo("shop.secrets[0] refers to own.key, which" + NUMBER);
        problem("headers: {X-Any: 'Bearer ${own.key:none}'}", number)
                .isEqualTo("shop.headers.x-any refers to own.key, which" + NUMBER);
        assertThat(bound("secrets: ['${own.port}']", number).secrets()).containsExactly("5432");
        assertThat(bound("secrets: ['${own.other:0123}']", number).secrets()).containsExactly("0123");
    }

    @Test
    void numberFromJavaOrJsonIsAcceptedUnlessItIsASecret() {
        assertThat(bound(Map.of("shop.headers.X-Any", 5)).headers()).isEqualTo(Map.of("X-Any", "5"));
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(Map.of("shop.headers.X-Any", 5.10)));
        assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(Map.of("shop.secrets[0]", 5)));
    }

    @Test
    void typeThatIsConvertedFromTextMustNotBeANumber() {
        problem("token: 0123").isEqualTo("shop.token" + NUMBER);
        problem("token: 123").isEqualTo("shop.token" + NUMBER);
        assertThat(bound("token: '0123'").token().text()).isEqualTo("0123");
    }

    @Test
    void numberPropertyStaysANumber() {
        assertThat(bound("limit: 0123").limit()).isEqualTo(83);
    }

    private static AbstractStringAssert<?> problem(String shop, String... more) {
        BindException failure = catchThrowableOfType(BindException.class, () -> bound(shop, more));
        assertThat(failure).as("the value should have been refused").isNotNull();
        assertThat(failure).rootCause().isInstanceOf(InvalidTextException.class);
        return assertThat(failure.getName() + " " + ((InvalidTextException) failure.getCause()).problem());
    }

    private static Shop bound(String shop, String... more) {
        String yaml = String.join("", more) + "shop:\n  " + shop;
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("yaml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                    .forEach(environment.getPropertySources()::addFirst);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bound(environment);
    }

    private static Shop bound(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("own", properties));
        return bound(environment);
    }

    private static Shop bound(StandardEnvironment environment) {
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment)
                .bind("shop", Bindable.of(Shop.class), new QuotedTextBindHandler(BindHandler.DEFAULT, Token.class))
                .get();
    }

    record Shop(List<String> secrets, String verifyToken, Map<String, String> headers, Token token, int limit) {}

    record Token(String text) {

        public static Token of(String text) {
            return new Token(text);
        }
    }
}
