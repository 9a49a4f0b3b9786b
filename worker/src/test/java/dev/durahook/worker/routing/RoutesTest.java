package dev.durahook.worker.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.StartReports;
import dev.durahook.worker.WorkerContext;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import dev.durahook.workflows.routing.PlannedStep.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The steps that a configuration plans for an event's type. */
@ExtendWith(OutputCaptureExtension.class)
class RoutesTest {

    private static final String[] DESTINATIONS = {
        "durahook.policies.patient.maximum-attempts=50",
        "durahook.destinations.crm.url=https://crm.example/hooks",
        "durahook.destinations.crm.signature=none",
        "durahook.destinations.crm.policy=patient",
        "durahook.destinations.audit.url=https://audit.example/",
        "durahook.destinations.audit.signature=none"
    };
    private static final PlannedStep CRM = new PlannedStep(Kind.DELIVERY, "crm", "patient");
    private static final PlannedStep AUDIT = new PlannedStep(Kind.DELIVERY, "audit", "default");

    private static ApplicationContextRunner worker(String... properties) {
        return WorkerContext.with(DESTINATIONS).withPropertyValues(properties);
    }

    private static void assertSteps(ApplicationContextRunner worker, Map<String, List<PlannedStep>> steps) {
        worker.run(context -> {
            DeclaredPlans plans = context.getBean(DeclaredPlans.class);
            steps.forEach((eventType, expected) ->
                    assertThat(plans.plan(eventType).steps()).as(eventType).containsExactlyElementsOf(expected));
        });
    }

    private static void assertRefused(ApplicationContextRunner worker, String message) {
        worker.run(context -> {
            FailureAnalysis analysis = StartReports.first(context.getStartupFailure());
            assertThat(analysis.getDescription()).isEqualTo(message);
            assertThat(analysis.getAction())
                    .isEqualTo(
                            "Correct the route or the handler. docs/operations.md explains, under Routes, how routes are"
                                    + " chosen.");
        });
    }

    @Test
    void mostSpecificRouteApplies() {
        ApplicationContextRunner worker = worker(
                "durahook.routes.all.event-types=*",
                "durahook.routes.all.destinations=audit",
                "durahook.routes.github.event-types=github.*",
                "durahook.routes.github.destinations=crm,audit",
                "durahook.routes.push.event-types=github.push,stripe.charge.*",
                "durahook.routes.push.destinations=crm");
        assertSteps(
                worker,
                Map.of(
                        "github.push", List.of(CRM),
                        "github.pushed", List.of(CRM, AUDIT),
                        "stripe.charge.failed", List.of(CRM),
                        "stripe.chargeback", List.of(AUDIT)));
    }

    @Test
    void handlersRunBesideTheRoute() {
        ApplicationContextRunner worker = worker(
                        "durahook.routes.all.event-types=*", "durahook.routes.all.destinations=audit")
                .withBean("mail", EventHandler.class, () -> new Handler("mail", "shop.*", "patient"))
                .withBean("fallback", EventHandler.class, () -> new Handler("fallback", "*", "default"));
        assertSteps(
                worker,
                Map.of(
                        "shop.order", List.of(AUDIT, new PlannedStep(Kind.HANDLER, "mail", "patient")),
                        "github.push", List.of(AUDIT, new PlannedStep(Kind.HANDLER, "fallback", "default"))));
    }

    @Test
    void handlerThatListsATypeTwiceRunsOnce() {
        assertSteps(
                worker().withBean(EventHandler.class, () -> new Handler("mail", "shop.*,shop.*", "patient")),
                Map.of("shop.order", List.of(new PlannedStep(Kind.HANDLER, "mail", "patient"))));
    }

    @Test
    void handlersEmptyNameStopsTheStart() {
        assertRefused(
                worker().withBean("mail", EventHandler.class, () -> new Handler("", "*", "default")),
                "handler " + Handler.class.getName() + ": its name() must not be null or empty");
    }

    @Test
    void handlerWithoutANameOrEventTypesIsNamedByItsClass() {
        assertRefused(
                worker().withBean("mail", EventHandler.class, () -> new Incomplete(null, List.of("*"))),
                "handler " + Incomplete.class.getName() + ": its name() must not be null or empty");
        assertRefused(
                worker().withBean("mail", EventHandler.class, () -> new Incomplete("mail", null)),
                "handler " + Incomplete.class.getName() + ": its eventTypes() must not be null");
    }

    @Test
    void typeOfNoDeclaredSourceIsWarnedOf(CapturedOutput output) {
        worker(
                        "durahook.sources.stripe.scheme=stripe",
                        "durahook.routes.a.event-types=strpe.charge.failed,stripe.charge.failed,str*",
                        "durahook.routes.a.destinations=crm")
                .withBean("mail", EventHandler.class, () -> new Handler("mail", "shop.*,stripe.*,*", "patient"))
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .containsOnlyOnce("durahook.routes.a: no source under durahook.sources has events of the type"
                        + " 'strpe.charge.failed'. Begin the type with the name of a source, unless another receiver has"
                        + " this source")
                .containsOnlyOnce("handler mail: no source under durahook.sources has events of the type 'shop.*'.")
                .doesNotContain("of the type 'str*'", "of the type '*'", "of the type 'stripe.");
    }

    @Test
    void workerThatKnowsNoSourcesWarnsOfNoType(CapturedOutput output) {
        worker("durahook.routes.a.event-types=strpe.charge.failed", "durahook.routes.a.destinations=crm")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("no source under durahook.sources");
    }

    @Test
    void handlersNameThatIsTooLongForATaskQueueStopsTheStart() {
        String name = "n".repeat(185);
        assertRefused(
                worker().withBean("mail", EventHandler.class, () -> new Handler(name, "*", "default")),
                "handler " + name + ": the name of its task queue, durahook.handler." + name
                        + ", must not be longer than 200 bytes; give the handler a shorter name");
    }

    @Test
    void unhandledEventIsCountedAndItsTypeNamedOnce(CapturedOutput output) {
        worker().withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            DeclaredPlans plans = context.getBean(DeclaredPlans.class);
            assertThat(plans.plan("github.star")).isEqualTo(new Plan(List.of(), false));
            plans.plan("github.star");
            assertThat(context.getBean(MeterRegistry.class)
                            .get("durahook.events.unhandled")
                            .tag("source", "github")
                            .counter()
                            .count())
                    .isEqualTo(2);
        });
        assertThat(output.toString().split("takes github.star", -1)).hasSize(2);
    }

    @Test
    void unhandledEventMayBeParked() {
        worker("durahook.unhandled=park")
                .run(context -> assertThat(context.getBean(DeclaredPlans.class).plan("github.star"))
                        .isEqualTo(new Plan(List.of(), true)));
    }

    @Test
    void twoRoutesForOneTypeStopTheStart() {
        assertRefused(
                worker(
                        "durahook.routes.a.event-types=github.*",
                        "durahook.routes.a.destinations=crm",
                        "durahook.routes.b.event-types=github.*",
                        "durahook.routes.b.destinations=audit"),
                "durahook.routes.b: 'github.*' is also a type of durahook.routes.a; list all destinations in one of"
                        + " the two");
    }

    @Test
    void routeToAnUnknownDestinationStopsTheStart() {
        assertRefused(
                worker("durahook.routes.a.event-types=github.*", "durahook.routes.a.destinations=crn"),
                "durahook.routes.a.destinations: there is no destination 'crn'; declare durahook.destinations.crn");
    }

    @Test
    void urlInPlaceOfADestinationIsNotPrinted(CapturedOutput output) {
        assertRefused(
                worker(
                        "durahook.routes.a.event-types=github.*",
                        "durahook.routes.a.destinations=crm,https://hooks.example/services/T/B/canary-7f3a"),
                "durahook.routes.a.destinations[1]: this is not the name of a destination, which is 1 to 50 lower-case"
                        + " letters, digits and hyphens; declare a URL as durahook.destinations.<name>.url, and list the"
                        + " name here");
        assertThat(output.getAll()).doesNotContain("canary-7f3a");
    }

    @Test
    void routeThatNamesADestinationTwiceStopsTheStart() {
        assertRefused(
                worker("durahook.routes.a.event-types=github.*", "durahook.routes.a.destinations=crm,crm"),
                "durahook.routes.a: destinations must not name a destination twice");
    }

    @Test
    void routeWithoutTypesOrDestinationsStopsTheStart() {
        assertRefused(
                worker("durahook.routes.a.destinations=crm"),
                "durahook.routes.a: event-types must name at least one type");
        assertRefused(
                worker("durahook.routes.a.event-types=github.*"),
                "durahook.routes.a: destinations must name at least one destination");
    }

    @Test
    void invalidPatternStopsTheStart() {
        assertRefused(
                worker("durahook.routes.a.event-types=*.push", "durahook.routes.a.destinations=crm"),
                "durahook.routes.a.event-types: '*.push' is not a valid event type: a '*' may stand only at the end, as in"
                        + " github.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stripe.*.failed", "github.*.*", "git*hub.push"})
    void starBeforeTheEndStopsTheStartWithoutAnotherPatternThatNoEventMatches(String pattern) {
        assertRefused(
                worker().withBean(EventHandler.class, () -> new Handler("mail", pattern, "default")),
                "handler mail: '" + pattern
                        + "' is not a valid event type: a '*' may stand only at the end, as in github.*");
    }

    @ParameterizedTest
    @CsvSource({
        "shopify.orders/create, shopify.orders_create",
        "shopify.orders/*, shopify.orders_*",
        "jira.jira:issue_updated, jira.jira_issue_updated"
    })
    void typeAsTheProviderWritesItStopsTheStartWithTheRightOne(String written, String right) {
        String message = "'" + written + "' is not a valid event type: write '" + right
                + "', because every character but letters, digits, '.', '_' and '-' becomes a '_'";
        assertRefused(
                worker("durahook.routes.a.event-types=" + written, "durahook.routes.a.destinations=crm"),
                "durahook.routes.a.event-types: " + message);
        assertRefused(
                worker().withBean(EventHandler.class, () -> new Handler("mail", written, "default")),
                "handler mail: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "GitHub.push", "my_shop.paid", "GitHub.*", "github.", "git_*", "-*"})
    void patternThatNoEventCanMatchStopsTheStart(String pattern) {
        assertRefused(
                worker().withBean(EventHandler.class, () -> new Handler("mail", pattern, "default")),
                "handler mail: '" + pattern
                        + "' is not a valid event type: use <source>.<type>, such as github.push; the source is 1 to 50"
                        + " lower-case letters, digits and hyphens, the type letters, digits, '.', '_' and '-', and a '*'"
                        + " at the end for any ending");
    }

    @Test
    void patternsThatAnEventCanMatchAreValid() {
        String patterns = "*,git*,github.*,github.pu*,github.push,my-shop.Order-Paid_2.x";
        worker().withBean(EventHandler.class, () -> new Handler("mail", patterns, "default"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void misspeltKeyStopsTheStart() {
        worker("durahook.routes.a.event-type=github.*", "durahook.routes.a.destinations=crm")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("durahook.routes.a.event-type"));
    }

    @Test
    void unknownPolicyStopsTheStart() {
        assertRefused(
                worker().withBean(EventHandler.class, () -> new Handler("mail", "shop.*", "hasty")),
                "handler mail: there is no policy 'hasty'; declare durahook.policies.hasty");
        assertRefused(
                worker("durahook.destinations.audit.policy=hasty"),
                "durahook.destinations.audit.policy: there is no policy 'hasty'; declare durahook.policies.hasty");
    }

    @Test
    void secretInPlaceOfAPolicyIsNotPrinted(CapturedOutput output) {
        assertRefused(
                worker("durahook.destinations.audit.policy=whsec_canary-7f3a"),
                "durahook.destinations.audit.policy: there is no such policy; declare it under durahook.policies");
        assertThat(output.getAll()).doesNotContain("canary-7f3a");
    }

    @Test
    void twoHandlersOfOneNameStopTheStart() {
        assertRefused(
                worker().withBean("a", EventHandler.class, () -> new Handler("mail", "shop.*", "default"))
                        .withBean("b", EventHandler.class, () -> new Handler("mail", "crm.*", "default")),
                "handler mail: two handlers have this name; rename one of them");
    }

    /** A handler whose author has forgotten something. */
    private record Incomplete(
            @Nullable String name, @Nullable List<String> eventTypes) implements EventHandler {

        @Override
        public String handle(EventAttempt attempt) {
            return "done";
        }
    }

    private record Handler(String name, String patterns, String policy) implements EventHandler {

        @Override
        public List<String> eventTypes() {
            return List.of(patterns.split(","));
        }

        @Override
        public String handle(EventAttempt attempt) {
            return "done";
        }
    }
}
