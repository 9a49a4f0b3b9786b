package dev.durahook.workflows.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.workflows.EventBody;
import dev.durahook.workflows.TaskPriority;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.condition.Condition;
import dev.durahook.workflows.condition.Place.InBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** An event goes to the most specific routes that apply to it, in whichever order the routes are declared. */
class RoutesPropertyTest {

    private static final InBody KIND = new InBody("/kind");

    /** The condition of a route on the one value that these events may have. */
    private enum Asked {
        NOTHING(Set.of()),
        KIND_1(Set.of(Condition.isOneOf(KIND, List.of("1")))),
        KIND_1_OR_2(Set.of(Condition.isOneOf(KIND, List.of("1", "2")))),
        ANY_KIND(Set.of(Condition.isPresent(KIND, true))),
        NO_KIND(Set.of(Condition.isPresent(KIND, false)));

        private final Set<Condition> conditions;

        Asked(Set<Condition> conditions) {
            this.conditions = conditions;
        }

        boolean isMetBy(Optional<Integer> kind) {
            return switch (this) {
                case NOTHING -> true;
                case KIND_1 -> kind.equals(Optional.of(1));
                case KIND_1_OR_2 -> kind.isPresent() && kind.get() <= 2;
                case ANY_KIND -> kind.isPresent();
                case NO_KIND -> kind.isEmpty();
            };
        }
    }

    /** A route's pattern and conditions. Its name and its destination's follow from them, so no two routes have one. */
    private record Declared(String pattern, Asked asked) {

        String name() {
            return pattern + " " + asked;
        }

        Route route() {
            return new Route(
                    name(),
                    List.of(new EventPattern(pattern)),
                    List.of(new RoutedDestination(name(), "default")),
                    asked.conditions,
                    TaskPriority.INHERITED);
        }

        boolean isFor(String type) {
            return pattern.endsWith("*")
                    ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                    : type.equals(pattern);
        }

        // An exact pattern is longer than every beginning of the same type.
        boolean isMoreSpecificThan(Declared other) {
            return isExact() == other.isExact() ? pattern.length() > other.pattern.length() : isExact();
        }

        private boolean isExact() {
            return !pattern.endsWith("*");
        }
    }

    @Property
    void onlyRoutesForTheTypeWhoseConditionsHoldGetTheEvent(
            @ForAll("routes") Set<Declared> routes,
            @ForAll("types") String type,
            @ForAll("kinds") Optional<Integer> kind) {
        assertThat(chosen(routes, type, kind))
                .allMatch(route -> route.isFor(type) && route.asked().isMetBy(kind));
    }

    @Property
    void noRouteThatAppliesIsMoreSpecificThanTheChosenOnes(
            @ForAll("routes") Set<Declared> routes,
            @ForAll("types") String type,
            @ForAll("kinds") Optional<Integer> kind) {
        Set<Declared> chosen = chosen(routes, type, kind);

        assertThat(applying(routes, type, kind))
                .allSatisfy(applying -> assertThat(chosen).isNotEmpty().noneMatch(applying::isMoreSpecificThan));
    }

    @Property
    void ofOnePatternEachRouteWhoseConditionsHoldGetsTheEvent(
            @ForAll("routes") Set<Declared> routes,
            @ForAll("types") String type,
            @ForAll("kinds") Optional<Integer> kind) {
        Set<Declared> chosen = chosen(routes, type, kind);
        Set<Declared> asPrecise = applying(routes, type, kind)
                .filter(route -> chosen.stream().anyMatch(one -> one.pattern().equals(route.pattern())))
                .collect(Collectors.toSet());
        boolean onlyRest = asPrecise.stream().allMatch(route -> route.asked() == Asked.NOTHING);

        assertThat(chosen)
                .isEqualTo(asPrecise.stream()
                        .filter(route -> onlyRest || route.asked() != Asked.NOTHING)
                        .collect(Collectors.toSet()));
    }

    @Property
    void orderOfDeclarationDoesNotMatter(
            @ForAll("routes") Set<Declared> routes,
            @ForAll("types") String type,
            @ForAll("kinds") Optional<Integer> kind,
            @ForAll Random random) {
        List<Declared> shuffled = new ArrayList<>(routes);
        Collections.shuffle(shuffled, random);

        assertThat(names(choice(shuffled, type, kind))).isEqualTo(names(choice(routes, type, kind)));
    }

    @Property
    void eventIsRoutedOrThereIsAReasonIfARouteIsForItsType(
            @ForAll("routes") Set<Declared> routes,
            @ForAll("types") String type,
            @ForAll("kinds") Optional<Integer> kind) {
        RouteChoice choice = choice(routes, type, kind);
        boolean hasRoute = routes.stream().anyMatch(route -> route.isFor(type));

        assertThat(choice.steps().isEmpty() || choice.unmet().isEmpty()).isTrue();
        assertThat(choice.steps().isEmpty() && choice.unmet().isEmpty()).isEqualTo(!hasRoute);
        assertThat(routes(routes).mayTake(type)).isEqualTo(hasRoute);
    }

    @Property
    void patternThatCoversAnotherMatchesAllItsTypes(
            @ForAll("patterns") String one, @ForAll("patterns") String other, @ForAll("types") String type) {
        EventPattern covering = new EventPattern(one);
        EventPattern covered = new EventPattern(other);

        assertThat(covering.covers(covered) && covered.matches(type) && !covering.matches(type))
                .isFalse();
    }

    private static Set<Declared> chosen(Set<Declared> routes, String type, Optional<Integer> kind) {
        Set<String> names = names(choice(routes, type, kind));
        return routes.stream().filter(route -> names.contains(route.name())).collect(Collectors.toSet());
    }

    private static Stream<Declared> applying(Set<Declared> routes, String type, Optional<Integer> kind) {
        return routes.stream()
                .filter(route -> route.isFor(type) && route.asked().isMetBy(kind));
    }

    private static Set<String> names(RouteChoice choice) {
        return choice.steps().stream().map(PlannedStep::name).collect(Collectors.toSet());
    }

    private static RouteChoice choice(Iterable<Declared> routes, String type, Optional<Integer> kind) {
        String body = kind.map(value -> "{\"kind\": " + value + "}").orElse("{}");
        WebhookEvent event =
                new WebhookEvent("a:1", type.substring(0, type.indexOf('.')), type, Instant.EPOCH, Map.of(), null);
        return routes(routes).choose(event, EventBody.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Routes routes(Iterable<Declared> declared) {
        List<Route> routes = new ArrayList<>();
        declared.forEach(route -> routes.add(route.route()));
        return new Routes(routes, List.of(), Set.of());
    }

    // A route for the rest would never apply beside two that ask whether there is a value or none: the start refuses
    // it.
    @Provide
    Arbitrary<Set<Declared>> routes() {
        return Combinators.combine(patterns(), Arbitraries.of(Asked.values()))
                .as(Declared::new)
                .set()
                .ofMaxSize(8)
                .filter(routes -> routes.stream()
                        .filter(route -> route.asked() == Asked.NOTHING)
                        .noneMatch(rest -> routes.contains(new Declared(rest.pattern(), Asked.ANY_KIND))
                                && routes.contains(new Declared(rest.pattern(), Asked.NO_KIND))));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("*", "a*", "ab*", "a.*", "ab.*", "a.x*", "a.x.*", "a.x", "a.x.y", "a.xy", "ab.x", "b.x");
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("a.x", "a.x.y", "a.x.z", "a.xy", "a.y", "ab.x", "ab.y", "b.x", "c.x");
    }

    @Provide
    Arbitrary<Optional<Integer>> kinds() {
        return Arbitraries.integers().between(1, 3).optional();
    }
}
