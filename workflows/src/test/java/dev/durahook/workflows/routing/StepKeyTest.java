package dev.durahook.workflows.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.Golden;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepKeyTest {

    private static final PlannedStep CRM = new PlannedStep(Kind.DELIVERY, "crm", "default");
    private static final PlannedStep MAIL = new PlannedStep(Kind.HANDLER, "welcome-mail", "default");

    @Test
    void keysAreWireFormat() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("a delivery to crm", CRM.key());
        keys.put("the handler welcome-mail", MAIL.key());
        keys.put("no route", StepKey.FIND_ROUTE);
        keys.put("a body that can't be read", StepKey.READ_BODY);
        keys.put("a workflow that failed", StepKey.RUN_WORKFLOW);
        assertThat(Golden.write(keys)).isEqualTo(Golden.text("step-keys.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "Deliver to crm, deliver:crm",
        "Handle: welcome-mail, handle:welcome-mail",
        "Find a route or a handler, find-route",
        "deliver:crm, deliver:crm",
        "Charge the card, Charge the card"
    })
    void titlesOfOldAreUnderstoodForEver(String named, String key) {
        assertThat(StepKey.of(named)).isEqualTo(key);
    }
}
