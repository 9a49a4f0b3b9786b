package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.durahook.worker.destination.DestinationWorkers;
import dev.durahook.worker.destination.Destinations;
import org.junit.jupiter.api.Test;

/** Destinations in an application. */
class DestinationStartTest {

    private static final String CANARY = "canary-7f3a";
    private static final String SECRET = "durahook.destinations.crm.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void noneHasToBeDeclared() {
        WorkerContext.with()
                .run(context ->
                        assertThat(context.getBean(Destinations.class).names()).isEmpty());
    }

    @Test
    void declaredOneHasAWorker() {
        WorkerContext.with("durahook.destinations.crm.url=https://crm.example.com/events", SECRET)
                .run(context -> {
                    assertThat(context.getBean(Destinations.class).names()).containsExactly("crm");
                    assertThat(context).hasSingleBean(DestinationWorkers.class);
                });
    }

    @Test
    void guardIsOffUnlessItIsSwitchedOn() {
        String url = "durahook.destinations.crm.url=https://10.0.0.1/events";
        WorkerContext.with(url, SECRET).run(context -> assertThat(context).hasNotFailed());
        WorkerContext.with(url, SECRET, "durahook.http-destinations.block-private-networks=true")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.destinations.crm.url is in a private network"));
    }

    @Test
    void misspeltKeyOfTheGuardStopsTheStart() {
        WorkerContext.with("durahook.http-destinations.block-private-network=true")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining("durahook.http-destinations.block-private-network"));
    }

    @Test
    void numberThatIsNotInQuotationMarksStopsTheStart() {
        String problem = " is read as a number, which may lose zeros and digits: put it in quotation marks";
        stops("secrets: [12345678]", "secrets[0]" + problem);
        stops("secrets: [0123]", "secrets[0]" + problem);
        stops("request-headers: {X-Pin: 0123}", "request-headers.x-pin" + problem);
        stops("request-headers: {X-Version: 1.10}", "request-headers.x-version" + problem);
        stops(
                "request-headers: {X-On: yes}",
                "request-headers.x-on is read as true or false: put it in quotation marks");
        WorkerContext.withYaml("durahook.destinations.crm: {url: 'https://crm.example.com/', signature: none,"
                        + " request-headers: {X-Version: 2, X-Debug: true}}")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static void stops(String keys, String problem) {
        WorkerContext.withYaml("durahook.destinations.crm: {url: 'https://crm.example.com/', " + keys + "}")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .hasMessage("durahook.destinations.crm." + problem);
                });
    }

    @Test
    void misspeltKeyStopsTheStartAndItsValueIsNotPrinted() {
        WorkerContext.with("durahook.destinations.crm.secret=" + CANARY).run(context -> {
            Throwable failure = context.getStartupFailure();
            assertThat(failure)
                    .hasStackTraceContaining("durahook.destinations.crm.secret is not a known key of this destination");
            assertThat(StartReports.of(failure))
                    .isNotEmpty()
                    .allSatisfy(analysis -> assertThat(analysis.getDescription() + analysis.getAction())
                            .startsWith("durahook.destinations.crm.secret is not a known key")
                            .contains("docs/operations.md")
                            .doesNotContain(CANARY));
        });
    }
}
