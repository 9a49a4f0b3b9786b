package dev.durahook.workflows.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.condition.Condition;
import dev.durahook.workflows.condition.Place.InBody;
import dev.durahook.workflows.condition.Place.InHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteChoiceTest {

    private static final String TYPE = "github.issues";
    private static final Condition OPENED = Condition.isOneOf(new InBody("/action"), List.of("opened"));
    private static final Condition CLOSED = Condition.isOneOf(new InBody("/action"), List.of("closed"));
    private static final Condition LIVE = Condition.isOneOf(new InBody("/live"), List.of("true"));

    @Test
    void allConditionsMustHold() {
        Routes routes = routes(route("a", TYPE, Set.of(OPENED, LIVE), "crm"));
        assertThat(chosen(routes, "{\"action\": \"opened\", \"live\": true}")).containsExactly("crm");
        assertThat(chosen(routes, "{\"action\": \"opened\", \"live\": false}")).isEmpty();
        assertThat(chosen(routes, "{\"live\": true}")).isEmpty();
    }

    @Test
    void ofOnePatternEachRouteAppliesWhoseConditionsHold() {
        Routes routes = routes(
                route("a", TYPE, Set.of(OPENED), "crm", "audit"),
                route("b", TYPE, Set.of(LIVE), "audit", "mail"),
                route("c", TYPE, Set.of(), "rest"));
        assertThat(chosen(routes, "{\"action\": \"opened\", \"live\": true}")).containsExactly("crm", "audit", "mail");
        assertThat(chosen(routes, "{\"live\": true}")).containsExactly("audit", "mail");
        assertThat(chosen(routes, "{}")).containsExactly("rest");
    }

    @Test
    void lessSpecificPatternAppliesIfNoRouteOfTheMoreSpecificOneDoes() {
        Routes routes = routes(
                route("all", "*", Set.of(), "audit"),
                route("github", "github.*", Set.of(LIVE), "crm"),
                route("opened", TYPE, Set.of(OPENED), "mail"));
        assertThat(chosen(routes, "{\"action\": \"opened\", \"live\": true}")).containsExactly("mail");
        assertThat(chosen(routes, "{\"live\": true}")).containsExactly("crm");
        assertThat(chosen(routes, "no JSON")).containsExactly("audit");
    }

    @Test
    void reasonNamesEachRouteAndNoValueOfTheEvent() {
        Routes routes = routes(
                route("a", TYPE, Set.of(OPENED), "crm"),
                route("b", "github.*", Set.of(LIVE), "crm"),
                route("c", "stripe.*", Set.of(LIVE), "crm"));
        assertThat(choose(routes, "{\"action\": \"s3cret\"}").unmet())
                .containsExactly(
                        "Route a does not apply: /action has another value.",
                        "Route b does not apply: /live has no value.");
        assertThat(choose(routes, "{\"live\": true}").unmet()).isEmpty();
    }

    @Test
    void manyReasonsAreCounted() {
        Route[] many = new Route[7];
        Arrays.setAll(
                many, i -> route("r" + i, TYPE, Set.of(Condition.isOneOf(new InBody("/n"), List.of("" + i))), "crm"));
        assertThat(choose(routes(many), "{}").unmet())
                .hasSize(6)
                .last()
                .isEqualTo("2 more routes do not apply either.");
    }

    @Test
    void handlerTakesTheEventAlsoIfNoRouteApplies() {
        Routes routes = new Routes(
                List.of(route("a", TYPE, Set.of(OPENED), "crm")),
                List.of(new RoutedHandler("mail", List.of(new EventPattern("github.*")), "default")),
                Set.of());
        assertThat(chosen(routes, "{}")).containsExactly("mail");
        assertThat(choose(routes, "{}").unmet()).isEmpty();
        assertThat(routes.mayTake("github.issues")).isTrue();
        assertThat(routes.mayTake("stripe.issues")).isFalse();
    }

    @Test
    void headerIsAsked() {
        Routes routes =
                routes(route("a", TYPE, Set.of(Condition.isOneOf(new InHeader("X-Env"), List.of("prod"))), "crm"));
        assertThat(chosen(routes, "no JSON")).containsExactly("crm");
    }

    @Test
    void destinationOfTwoRoutesHasTheSoonerPriority() {
        TaskPriority first = new TaskPriority(1, "vip", null);
        Routes routes = routes(
                new Route("a", patterns(TYPE), to("crm", "mail"), Set.of(OPENED), new TaskPriority(4, null, null)),
                new Route("b", patterns(TYPE), to("crm"), Set.of(LIVE), first));
        assertThat(choose(routes, "{\"action\": \"opened\", \"live\": true}").steps())
                .extracting(PlannedStep::name, PlannedStep::priority)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("crm", first),
                        org.assertj.core.groups.Tuple.tuple("mail", new TaskPriority(4, null, null)));
    }

    @Test
    void twoRoutesWithTheSameConditionsAreRefused() {
        assertRefused(
                "b: 'github.issues' is also a type of a, under the same conditions; list all destinations in one of the"
                        + " two",
                route("a", TYPE, Set.of(OPENED, LIVE), "crm"),
                route("b", TYPE, Set.of(LIVE, OPENED), "mail"));
        assertRefused(
                "b: 'github.issues' is also a type of a; list all destinations in one of the two",
                route("a", TYPE, Set.of(), "crm"),
                route("b", TYPE, Set.of(), "mail"));
    }

    @Test
    void routeThatListsATypeTwiceIsRefusedWithoutBlamingAnother() {
        List<EventPattern> twice = List.of(new EventPattern(TYPE), new EventPattern(TYPE));

        assertThatExceptionOfType(InvalidRoutesException.class)
                .isThrownBy(() -> new Route("a", twice, to("crm")))
                .withMessage("a: event-types must not name a type twice");
    }

    @Test
    void routeThatTwoOthersLeaveNothingIsRefused() {
        assertRefused(
                "c: 'github.issues' would never apply, because another route takes such an event if a value is present,"
                        + " and a third one if it is absent; remove one of the three",
                route("a", TYPE, Set.of(Condition.isPresent(new InBody("/x"), true)), "crm"),
                route("b", TYPE, Set.of(Condition.isPresent(new InBody("/x"), false)), "mail"),
                route("c", TYPE, Set.of(), "rest"));
    }

    @Test
    void routesThatDivideTheEventsAreAccepted() {
        Routes routes = routes(route("a", TYPE, Set.of(OPENED), "crm"), route("b", TYPE, Set.of(CLOSED), "mail"));
        assertThat(chosen(routes, "{\"action\": \"closed\"}")).containsExactly("mail");
    }

    private static void assertRefused(String message, Route... routes) {
        assertThatExceptionOfType(InvalidRoutesException.class)
                .isThrownBy(() -> routes(routes))
                .withMessage(message);
    }

    private static Routes routes(Route... routes) {
        return new Routes(List.of(routes), List.of(), Set.of());
    }

    private static Route route(String name, String pattern, Set<Condition> conditions, String... destinations) {
        return new Route(name, patterns(pattern), to(destinations), conditions, TaskPriority.INHERITED);
    }

    private static List<EventPattern> patterns(String pattern) {
        return List.of(new EventPattern(pattern));
    }

    private static List<RoutedDestination> to(String... destinations) {
        return Arrays.stream(destinations)
                .map(name -> new RoutedDestination(name, "default"))
                .toList();
    }

    private static List<String> chosen(Routes routes, String body) {
        return choose(routes, body).steps().stream().map(PlannedStep::name).toList();
    }

    private static RouteChoice choose(Routes routes, String body) {
        WebhookEvent event = new WebhookEvent("github:1", "github", TYPE, Instant.EPOCH, Map.of("x-env", "prod"), null);
        return routes.choose(event, EventBody.of(body.getBytes(StandardCharsets.UTF_8)));
    }
}
