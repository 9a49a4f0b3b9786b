package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.connection.TestEnvironment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;

/** A misspelt variable would otherwise leave a default in force without any notice. */
@ExtendWith(OutputCaptureExtension.class)
class UnknownVariablesBindHandlerTest {

    private static final String GROUP = "durahook.group";
    private static final Map<String, String> DECLARED =
            Map.of("durahook.group.my.text", "a", "durahook.group.my-shop.text", "b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DURAHOOK_GROUP_MY_TXET",
                "DURAHOOK_GROUP_MY_SHOP_LIST_1",
                "DURAHOOK_GROUP_MY_NESTED_MAX_SIZ",
                "DURAHOOK_GROUP_MY_NESTED_MAX__SIZE",
                "DURAHOOK_GROUP_MY_NESTED_MA_XSIZE",
                "DURAHOOK_GROUP_MY_SHOP_NESTED_MAXSIZE",
                "durahook_group_my_txet"
            })
    void warningNamesAVariableThatSetsNoKeyOfAnEntry(String variable, CapturedOutput output) {
        KnownKeys.bind(TestEnvironment.with(DECLARED, Map.of(variable, "s3cret")), GROUP, Entry.class);

        assertThat(output)
                .contains(
                        "The variable " + variable
                                + " of the environment is ignored, because it sets no key of durahook.group: check its spelling")
                .doesNotContain("s3cret");
    }

    @Test
    void variablesThatSetKeysGetNoWarning(CapturedOutput output) {
        ConfigurableEnvironment environment = TestEnvironment.with(
                DECLARED,
                Map.of(
                        "DURAHOOK_GROUP_MY__TEXT", "c",
                        "DURAHOOK_GROUP_MY_SHOP_LIST_0", "d",
                        "DURAHOOK_GROUP_MY_NESTED_MAX_SIZE", "5",
                        "DURAHOOK_GROUP_MY_LABELS_ANY_NAME", "e",
                        "DURAHOOK_GROUP_CRM_NESTED_MAXSIZE", "6",
                        "DURAHOOK_OTHER_TEXT", "f"));

        assertThat(KnownKeys.bind(environment, GROUP, Entry.class).get("my").nested())
                .isEqualTo(new Nested(5));
        assertThat(output).doesNotContain("is ignored");
    }

    @Test
    void variablesThatKubernetesMakesForAServiceGetNoWarning(CapturedOutput output) {
        KnownKeys.bind(
                TestEnvironment.with(
                        DECLARED,
                        Map.of(
                                "DURAHOOK_GROUP_MY_SERVICE_HOST", "10.0.0.1",
                                "DURAHOOK_GROUP_MY_SERVICE_PORT_HTTP", "80",
                                "DURAHOOK_GROUP_MY_PORT", "tcp://10.0.0.1:80",
                                "DURAHOOK_GROUP_MY_PORT_80_TCP_ADDR", "10.0.0.1")),
                GROUP,
                Entry.class);

        assertThat(output).doesNotContain("is ignored");
    }

    @Test
    void variablesOfAnEntryWithALongerNameAndOfKeysThatAreReadElsewhereGetNoWarning(CapturedOutput output) {
        ConfigurableEnvironment environment = TestEnvironment.with(
                DECLARED,
                Map.of(
                        "DURAHOOK_GROUP_MY_SHOP_TEXT", "c",
                        "DURAHOOK_GROUP_MY_POLICY_NAME", "d",
                        "DURAHOOK_GROUP_MY_TXET", "e"));

        KnownKeys.bindEntry(environment, GROUP + ".my", Entry.class, List.of("policy"));

        assertThat(output.getAll().lines().filter(line -> line.contains("is ignored")))
                .singleElement()
                .asString()
                .contains("DURAHOOK_GROUP_MY_TXET", "it sets no key of durahook.group.my");
    }

    @Test
    void groupThatSpringBootBindsIsCheckedWithoutTheGroupsThatBeginLikeIt(CapturedOutput output) {
        ConfigurableEnvironment environment = TestEnvironment.with(Map.of(
                "DURAHOOK_HTTP_MAX_SIZE", "5",
                "DURAHOOK_HTTP_MAX_SIZ", "5",
                "DURAHOOK_HTTP_DESTINATIONS_BLOCK_PRIVATE_NETWORKS", "true",
                "DURAHOOK_SECRET", "a"));
        BindHandler handler = new OwnKeysBindHandler(BindHandler.DEFAULT);

        Binder.get(environment, handler).bind("durahook.http", Bindable.of(Nested.class));
        Binder.get(environment, handler).bind("durahook", Bindable.of(Nested.class));

        assertThat(output.getAll().lines().filter(line -> line.contains("is ignored")))
                .singleElement()
                .asString()
                .contains("The variable DURAHOOK_HTTP_MAX_SIZ of");
    }

    @Test
    void groupThatBeginsLikeAnotherIsChecked(CapturedOutput output) {
        ConfigurableEnvironment environment =
                TestEnvironment.with(Map.of("DURAHOOK_HTTP_DESTINATIONS_BLOCK_PRIVATE_NETWORK", "true"));

        KnownKeys.bindEntry(environment, "durahook.http-destinations", Nested.class, List.of());

        assertThat(output).contains("it sets no key of durahook.http-destinations");
    }

    record Entry(
            @Nullable String text,
            @Nullable List<String> list,
            @Nullable Nested nested,
            @Nullable Map<String, String> labels) {}

    record Nested(int maxSize) {}
}
