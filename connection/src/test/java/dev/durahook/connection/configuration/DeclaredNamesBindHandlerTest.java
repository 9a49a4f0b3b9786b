package dev.durahook.connection.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.durahook.connection.TestEnvironment;
import dev.durahook.connection.secret.InvalidTextException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.ConfigurableEnvironment;

/** Spring ignores the variables of a name with a hyphen, unless the name is declared elsewhere. */
class DeclaredNamesBindHandlerTest {

    private static final String GROUP = "durahook.group";

    @ParameterizedTest
    @ValueSource(strings = {"DURAHOOK_GROUP_MY_SHOP_TEXT", "durahook_group_my_shop_text", "DURAHOOK_GROUP_SHOP_TXET"})
    void variableOfNoEntryIsRefused(String variable) {
        ConfigurableEnvironment environment = TestEnvironment.with(Map.of(), Map.of(variable, "b"));

        BindException failure =
                catchThrowableOfType(BindException.class, () -> KnownKeys.bind(environment, GROUP, Entry.class));

        assertThat(failure.getName()).hasToString(GROUP);
        assertThat(failure)
                .rootCause()
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith("has no entry to which the variable DURAHOOK_GROUP_")
                .hasMessageContaining("at least one key of the entry must be in a file or an argument");
    }

    @Test
    void variableOfNoEntryIsRefusedBesideOtherEntries() {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of("durahook.group.crm.text", "a"), Map.of("DURAHOOK_GROUP_MY_SHOP_TEXT", "b"));

        assertThatThrownBy(() -> KnownKeys.bind(environment, GROUP, Entry.class))
                .rootCause()
                .hasMessageContaining("DURAHOOK_GROUP_MY_SHOP_TEXT");
    }

    @Test
    void variablesOfAnEntryAreTaken() {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of("durahook.group.my-shop.text", "a"),
                Map.of("DURAHOOK_GROUP_MY_SHOP_TEXT", "b", "DURAHOOK_GROUP_CRM_TEXT", "c", "DURAHOOK_GROUPS", "d"));

        assertThat(KnownKeys.bind(environment, GROUP, Entry.class))
                .containsOnly(Map.entry("my-shop", new Entry("b")), Map.entry("crm", new Entry("c")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DURAHOOK_GROUP_CRM_REQUEST_HEADERS_AUTHORIZATION",
                "DURAHOOK_GROUP_CRM_REQUESTHEADERS_AUTHORIZATION",
                "durahook_group_crm_request_headers_x_team"
            })
    void variableOfANameBelowAKeyWithAHyphenIsRefused(String variable) {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of("durahook.group.crm.text", "a", "durahook.group.crm.request-headers.X-Tenant", "b"),
                Map.of(variable, "s3cret"));

        BindException failure =
                catchThrowableOfType(BindException.class, () -> KnownKeys.bind(environment, GROUP, Headers.class));

        assertThat(failure.getName()).hasToString("durahook.group.crm.request-headers");
        assertThat(failure)
                .rootCause()
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith("has no entry to which the variable DURAHOOK_GROUP_CRM_REQUEST")
                .hasMessageContaining("with a placeholder as its value")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void variableReplacesTheValueOfANameThatIsDeclared() {
        ConfigurableEnvironment environment = TestEnvironment.with(
                Map.of("durahook.group.crm.request-headers.X-Tenant", "a", "durahook.group.crm-eu.text", "b"),
                Map.of(
                        "DURAHOOK_GROUP_CRM_REQUEST_HEADERS_X_TENANT", "c",
                        "DURAHOOK_GROUP_CRM_REQUEST_HEADERS_X_TEAM", "",
                        "DURAHOOK_GROUP_CRM_EU_TEXT", "d"));

        assertThat(KnownKeys.bind(environment, GROUP, Headers.class))
                .containsOnly(
                        Map.entry("crm", new Headers(null, Map.of("X-Tenant", "c"))),
                        Map.entry("crm-eu", new Headers("d", null)));
    }

    record Entry(@Nullable String text) {}

    record Headers(@Nullable String text, @Nullable Map<String, String> requestHeaders) {}
}
