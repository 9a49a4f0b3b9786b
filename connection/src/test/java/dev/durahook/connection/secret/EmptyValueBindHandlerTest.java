package dev.durahook.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.connection.TestEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** A default must not stay in force because a value is empty. */
class EmptyValueBindHandlerTest {

    private static final String EMPTY = " is empty: give it a value, or leave it out";
    private static final Map<String, String> VARIABLES = Map.of(
            "SHOP_PAUSE", "",
            "SHOP_SIZE", " ",
            "SHOP_NUMBER", "",
            "SHOP_UNIT", "",
            "SHOP_ALLOWED", "",
            "SHOP_FORBIDDEN", "");
    private static final Shop DEFAULTS =
            new Shop(Duration.ofSeconds(3), DataSize.ofKilobytes(1), 7, TimeUnit.DAYS, true, false, List.of(), "none");

    @ParameterizedTest
    @ValueSource(strings = {"pause", "size", "number", "unit", "allowed", "pauses[0]"})
    void emptyValueOfAFileIsRefused(String key) {
        assertThat(problem(Map.of("shop." + key, ""), Map.of())).isEqualTo("shop." + key + EMPTY);
        assertThat(problem(Map.of("shop." + key, " "), Map.of())).isEqualTo("shop." + key + EMPTY);
        assertThat(problem(Map.of("shop." + key, "${OWN}"), Map.of("OWN", ""))).isEqualTo("shop." + key + EMPTY);
    }

    @Test
    void emptyElementOfAListIsRefused() {
        assertThat(problem(Map.of("shop.pauses", "1s,,5s"), Map.of()))
                .isEqualTo("shop.pauses has an empty element: give it a value, or remove its comma");
    }

    @Test
    void textMayBeEmpty() {
        assertThat(bound(TestEnvironment.with(Map.of("shop.text", ""), Map.of()))
                        .text())
                .isEmpty();
    }

    // The Compose files pass variables that are not set.
    @Test
    void emptyVariableLeavesTheDefault() {
        assertThat(bound(TestEnvironment.with(VARIABLES))).isEqualTo(DEFAULTS);
    }

    @Test
    void emptyVariableHidesTheValueOfAFile() {
        Map<String, String> file = Map.of("shop.pause", "9s", "shop.number", "9", "shop.text", "of the file");

        assertThat(bound(TestEnvironment.with(file, VARIABLES)))
                .isEqualTo(new Shop(
                        DEFAULTS.pause(),
                        DEFAULTS.size(),
                        DEFAULTS.number(),
                        DEFAULTS.unit(),
                        true,
                        false,
                        List.of(),
                        "of the file"));
    }

    private static String problem(Map<String, String> file, Map<String, String> variables) {
        BindException failure =
                catchThrowableOfType(BindException.class, () -> bound(TestEnvironment.with(file, variables)));
        assertThat(failure).cause().isInstanceOf(InvalidTextException.class);
        return failure.getName() + " " + failure.getCause().getMessage();
    }

    private static Shop bound(Environment environment) {
        BindHandler known = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
        return Binder.get(environment).bindOrCreate("shop", Bindable.of(Shop.class), new EmptyValueBindHandler(known));
    }

    record Shop(
            @DefaultValue("3s") Duration pause,
            @DefaultValue("1KB") DataSize size,
            @DefaultValue("7") int number,
            @DefaultValue("days") TimeUnit unit,
            @DefaultValue("true") boolean allowed,
            boolean forbidden,
            @DefaultValue List<Duration> pauses,
            @DefaultValue("none") @Nullable String text) {}
}
