package dev.durahook.worker.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.StartReports;
import dev.durahook.worker.WorkerContext;
import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Conditions and priorities of routes, as an operator writes them in YAML. */
@ExtendWith(OutputCaptureExtension.class)
class ConditionsTest {

    private static final String ROUTES = """
            durahook:
              destinations:
                crm: {url: "https://crm.example/", signature: none}
                audit: {url: "https://audit.example/", signature: none}
              routes:
                opened:
                  event-types: github.issues
                  destinations: crm
            """;

    @Test
    void writtenValueIsEqual() {
        assertPlanned("""
                [opened, reopened]    | "opened"
                opened                | "opened"
                "opened, reopened"    | "reopened"
                ["a, b"]              | "a, b"
                [true]                | true
                ["true"]              | true
                [true]                | "true"
                true                  | true
                [1]                   | 1
                [1]                   | 1.0
                [1.0]                 | 1
                1                     | "1"
                ["01234"]             | "01234"
                [null]                | null
                ["null"]              | null
                [null]                | ""
                [""]                  | null
                ["-2.50"]             | -25e-1
                """, "crm");
    }

    @Test
    void writtenValueIsNotEqual() {
        assertPlanned("""
                [opened]  | "Opened"
                [true]    | 1
                [1]       | "1.0"
                [1]       | true
                ["01234"] | 1234
                [null]    | "null"
                ["a, b"]  | "a"
                """);
    }

    /** Declares a route for the value of each row, and plans an event of its type with the JSON beside the value. */
    private static void assertPlanned(String rows, String... destinations) {
        List<String> values = rows.lines().toList();
        StringBuilder yaml = new StringBuilder(ROUTES);
        for (int i = 0; i < values.size(); i++) {
            yaml.append(
                    "    value-%d: {event-types: shop.value-%d, destinations: crm, when: [{pointer: /action, is: %s}]}\n"
                            .formatted(i, i, values.get(i).split("\\|")[0].strip()));
        }
        WorkerContext.withYaml(yaml.toString()).run(context -> {
            DeclaredPlans plans = context.getBean(DeclaredPlans.class);
            for (int i = 0; i < values.size(); i++) {
                String json = values.get(i).split("\\|")[1].strip();
                assertThat(plans.plan(event("shop.value-" + i), EventBody.of(body(json)))
                                .steps())
                        .as(values.get(i))
                        .extracting(PlannedStep::name)
                        .containsExactly(destinations);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"01234, number", "0x10, number", "1e10, number", "yes, true or false", "On, true or false"})
    void valueThatYamlChangesStopsTheStart(String value, String read) {
        WorkerContext.withYaml(when("{pointer: /action, is: [" + value + "]}"))
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("is read as " + (read.equals("number") ? "a number" : read))
                        .hasStackTraceContaining("put it in quotation marks"));
    }

    @Test
    void presenceAndHeadersAreAsked() {
        assertThat(planned(when("{pointer: /other, present: false}, {header: X-Env, is: prod}"), "1"))
                .containsExactly("crm");
        assertThat(planned(when("{pointer: /action, present: true}, {header: X-Env, is: staging}"), "1"))
                .isEmpty();
    }

    @Test
    void planSaysWhichConditionDidNotHold(CapturedOutput output) {
        WorkerContext.withYaml(when("{pointer: /action, is: opened}")).run(context -> {
            Plan plan =
                    context.getBean(DeclaredPlans.class).plan(event("github.issues"), EventBody.of(body("\"s3cret\"")));
            assertThat(plan.unmet())
                    .containsExactly("Route durahook.routes.opened does not apply: /action has another value.");
        });
        assertThat(output)
                .contains("takes github.issues. Route durahook.routes.opened does not apply: /action has another value."
                        + " This type is not logged again")
                .doesNotContain("s3cret");
    }

    @Test
    void routesOfOneTypeMayDivideTheEvents() {
        String yaml = when("{pointer: /action, is: opened}")
                + "    closed: {event-types: github.issues, when: [{pointer: /action, is: closed}], destinations: audit}\n"
                + "    rest: {event-types: github.issues, destinations: [crm, audit]}\n";
        assertThat(planned(yaml, "\"opened\"")).containsExactly("crm");
        assertThat(planned(yaml, "\"closed\"")).containsExactly("audit");
        assertThat(planned(yaml, "\"edited\"")).containsExactly("crm", "audit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {is: a}                                | [0]: name either a pointer or a header
                    {pointer: /a, header: X-A, is: a}      | [0]: name either a pointer or a header
                    {pointer: action, is: a}               | [0].pointer: 'action' is not a JSON pointer: write one such as /data/status, in which ~1 stands for a slash in a name and ~0 for a ~
                    {pointer: "", is: a}                   | [0].pointer: '' is not a JSON pointer: write one such as /data/status, in which ~1 stands for a slash in a name and ~0 for a ~
                    {header: "X A", is: a}                 | [0].header: 'X A' is not the name of a header
                    {pointer: /a}                          | [0]: 'is' and 'present' are missing: list under 'is' the values that /a may have (null as [null]), or set 'present'
                    {pointer: /a, is: []}                  | [0]: 'is' and 'present' are missing: list under 'is' the values that /a may have (null as [null]), or set 'present'
                    {pointer: /a, is: null}                | [0]: 'is' and 'present' are missing: list under 'is' the values that /a may have (null as [null]), or set 'present'
                    {pointer: /a, is: a, present: true}    | [0]: 'is' and 'present' exclude each other; remove one of the two
                    {pointer: /a, is: a}, {pointer: /a, is: b} | [1]: another condition of this route is about /a too; keep one, which may list several values
                    {header: X-A, is: a}, {header: x-a, present: false} | [1]: another condition of this route is about header x-a too; keep one, which may list several values
                    """)
    void conditionThatCanNotBeMeantStopsTheStart(String conditions, String message) {
        assertRefused(when(conditions), "durahook.routes.opened.when" + message);
    }

    // Spring drops the slashes of a key that is not in brackets, which is why conditions are a list.
    @ParameterizedTest
    @ValueSource(strings = {"{/action: [opened]}", "{/data/live: true}", "{pointer: /a, is: b}"})
    void conditionsAsAMapStopTheStart(String when) {
        assertRefused(
                ROUTES + "      when: " + when + "\n",
                "durahook.routes.opened.when: must be a list of conditions, such as - {pointer: /action, is: [opened,"
                        + " reopened]}");
    }

    @Test
    void conditionsAsAMapInBracketsStopTheStart() {
        WorkerContext.withYaml(ROUTES + "      when: {'[/action]': [opened]}\n")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("[durahook.routes.opened.when[/action][0]] were left unbound"));
    }

    @Test
    void misspeltWordStopsTheStart() {
        WorkerContext.withYaml(when("{pointer: /action, equals: opened}"))
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("durahook.routes.opened.when[0].equals"));
    }

    @Test
    void routeHasAPriority() {
        WorkerContext.withYaml(ROUTES + "      priority: 1\n      fairness-key: vip\n      fairness-weight: 2.5\n")
                .run(context -> assertThat(context.getBean(DeclaredPlans.class)
                                .plan("github.issues")
                                .steps())
                        .extracting(PlannedStep::priority)
                        .containsExactly(new TaskPriority(1, "vip", 2.5f)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    priority: 6         | priority: must be 1, which comes first, to 5, which comes last
                    fairness-key: ""    | fairness-key: must have 1 to 64 bytes
                    fairness-weight: 2  | fairness-weight: has no effect without a fairness-key: add one
                    """)
    void priorityThatTemporalRefusesStopsTheStart(String line, String message) {
        assertRefused(ROUTES + "      " + line + "\n", "durahook.routes.opened." + message);
    }

    @Test
    void startSaysWhatARouteAsks() {
        WorkerContext.withYaml(when("{pointer: /action, is: [opened, 1]}, {header: X-Env, present: false}")
                        + "      priority: 2\n")
                .run(context -> assertThat(
                                context.getBean(RoutingSummary.class).lines().get(0))
                        .isEqualTo("Route opened: github.issues to crm, if /action is opened or 1 and header x-env is"
                                + " absent, priority 2"));
    }

    private static void assertRefused(String yaml, String message) {
        WorkerContext.withYaml(yaml)
                .run(context -> assertThat(
                                StartReports.first(context.getStartupFailure()).getDescription())
                        .isEqualTo(message));
    }

    private static String when(String conditions) {
        return ROUTES + "      when: [" + conditions + "]\n";
    }

    private static List<String> planned(String yaml, String json) {
        List<String> names = new ArrayList<>();
        WorkerContext.withYaml(yaml).run(context -> {
            Plan plan = context.getBean(DeclaredPlans.class).plan(event("github.issues"), EventBody.of(body(json)));
            plan.steps().forEach(step -> names.add(step.name()));
        });
        return names;
    }

    private static WebhookEvent event(String type) {
        return new WebhookEvent("github:1", "github", type, Instant.EPOCH, Map.of("x-env", "prod"), null);
    }

    private static byte[] body(String value) {
        return ("{\"action\": " + value + "}").getBytes(StandardCharsets.UTF_8);
    }
}
