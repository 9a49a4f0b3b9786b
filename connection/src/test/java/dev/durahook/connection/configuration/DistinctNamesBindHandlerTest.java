package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.connection.TestEnvironment;
import dev.durahook.connection.secret.InvalidTextException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.ConfigurableEnvironment;

/** Spring compares names without hyphens, so that one declaration could become two entries. */
class DistinctNamesBindHandlerTest {

    private static final String GROUP = "durahook.group";

    @ParameterizedTest
    @CsvSource({"MYSHOP_TEXT", "MYSHOP_PARTS_0"})
    void variableWithoutTheHyphenIsRefusedAndCorrected(String variable) {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of("durahook.group.my-shop.text", "a"), Map.of("DURAHOOK_GROUP_" + variable, "b"));

        BindException failure =
                catchThrowableOfType(BindException.class, () -> KnownKeys.bind(environment, GROUP, Entry.class));

        assertThat(failure.getName()).hasToString(GROUP);
        assertThat(failure)
                .hasRootCauseInstanceOf(InvalidTextException.class)
                .rootCause()
                .hasMessageContaining("my-shop")
                .hasMessageContaining("myshop")
                .hasMessageEndingWith("so that it begins with DURAHOOK_GROUP_MY_SHOP_");
        assertThatThrownBy(() -> KnownKeys.names(environment, GROUP)).isInstanceOf(InvalidTextException.class);
    }

    @ParameterizedTest
    @CsvSource({"paymentsSlow, PAYMENTSSLOW", "Shop, SHOP", "my_shop, MYSHOP"})
    void variableThatCanNotNameTheEntryIsRefusedWithAnotherRemedy(String name, String variable) {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of(GROUP + "." + name + ".text", "a"), Map.of("DURAHOOK_GROUP_" + variable + "_TEXT", "b"));

        assertThatThrownBy(() -> KnownKeys.bind(environment, GROUP, Entry.class))
                .rootCause()
                .hasMessageContaining("has the names " + name + " and " + variable.toLowerCase(Locale.ROOT))
                .hasMessageContaining("No variable of the environment can set a key of " + name)
                .hasMessageEndingWith("as an argument that begins with --durahook.group." + name);
    }

    @Test
    void variableWithAnUnderscoreSetsAKeyOfTheEntry() {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of("durahook.group.my-shop.text", "a"),
                Map.of("DURAHOOK_GROUP_MY_SHOP_TEXT", "b", "DURAHOOK_GROUP_MY_SHOP_PARTS_0", "c"));

        assertThat(KnownKeys.bind(environment, GROUP, Entry.class))
                .containsExactlyEntriesOf(Map.of("my-shop", new Entry("b", List.of("c"), null)));
    }

    @ParameterizedTest
    @CsvSource({"my-shop, myshop", "my-shop, my_shop", "myShop, myshop", "a-bc, ab-c"})
    void namesThatDifferOnlyForUsAreRefused(String one, String other) {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of(GROUP + "." + one + ".text", "a", GROUP + "." + other + ".text", "b"), Map.of());

        assertThatThrownBy(() -> KnownKeys.bind(environment, GROUP, Entry.class))
                .hasStackTraceContaining("are one key to Spring");
    }

    @ParameterizedTest
    @CsvSource({"my-shop, my_shop", "a-bc, ab-c"})
    void variablesAreNotMentionedIfNoneCanHaveMadeAName(String one, String other) {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of(GROUP + "." + one + ".text", "a", GROUP + "." + other + ".text", "b"), Map.of());

        assertThatThrownBy(() -> KnownKeys.bind(environment, GROUP, Entry.class))
                .rootCause()
                .hasMessageEndingWith("keep one of the two names");
    }

    @ParameterizedTest
    @CsvSource({"my-shop, my_shop", "orderId, orderid"})
    void keysInBracketsAreComparedAsTheyAreWritten(String one, String other) {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of(GROUP + ".crm.labels[" + one + "]", "a", GROUP + ".crm.labels[" + other + "]", "b"), Map.of());

        assertThat(KnownKeys.bind(environment, GROUP, Entry.class).get("crm").labels())
                .isEqualTo(Map.of(one, "a", other, "b"));
    }

    @ParameterizedTest
    @CsvSource({"my-shop, my-shops", "[a.b], ab", "[a.b], [a-b]"})
    void otherNamesAreTaken(String one, String other) {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of(
                        GROUP + (one.startsWith("[") ? "" : ".") + one + ".text", "a",
                        GROUP + (other.startsWith("[") ? "" : ".") + other + ".text", "b"),
                Map.of());

        assertThat(KnownKeys.bind(environment, GROUP, Entry.class)).hasSize(2);
    }

    record Entry(
            @Nullable String text,
            @Nullable List<String> parts,
            @Nullable Map<String, String> labels) {}
}
