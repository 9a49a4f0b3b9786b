package dev.durahook.worker.routing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.durahook.workflows.routing.EventPattern;
import dev.durahook.workflows.routing.InvalidRoutesException;
import dev.durahook.workflows.routing.Route;
import dev.durahook.workflows.routing.RoutedDestination;
import dev.durahook.workflows.routing.Routes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakenTypesTest {

    private static Routes routes(String pattern) {
        Route route = new Route(
                "durahook.routes.a",
                List.of(new EventPattern(pattern)),
                List.of(new RoutedDestination("crm", "default")));
        return new Routes(List.of(route), List.of(), Set.of("github.push"));
    }

    @Test
    void routeThatAWorkflowShadowsStopsTheStart() {
        assertThatThrownBy(() -> routes("github.push"))
                .isInstanceOf(InvalidRoutesException.class)
                .hasMessage("durahook.routes.a: 'github.push' would never apply, because a workflow of that type takes"
                        + " every such event; remove one of the two");
    }

    @Test
    void wildcardMayIncludeATypeThatAWorkflowTakes() {
        routes("github.*");
    }
}
