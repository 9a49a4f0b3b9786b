package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.checkout.Checkout;
import com.acme.misnamed.OrderCreated;
import com.acme.shop.ShopApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mock.env.MockEnvironment;

class WorkerDefaultsTest {

    private static final String DISCOVERY = "spring.temporal.workers-auto-discovery.";

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void startersWorkersAreStartedByTheLifecycle() {
        apply();
        assertThat(environment.getProperty("spring.temporal.start-workers")).isEqualTo("false");
    }

    @Test
    void workflowsAreSearchedForInThePackagesOfTheApplication() {
        apply();
        assertThat(environment.getProperty(DISCOVERY + "enabled")).isEqualTo("true");
        assertThat(environment.getProperty(DISCOVERY + "workflow-packages")).isEqualTo("com.acme.shop");
    }

    @Test
    void workflowsAreLookedForInTheSourcesOfTheConfigurationToo() {
        environment.setProperty("spring.main.sources", "com.acme.handlers,com.acme.more");
        apply();
        assertThat(environment.getProperty(DISCOVERY + "workflow-packages"))
                .isEqualTo("com.acme.handlers,com.acme.more,com.acme.shop");
    }

    @Test
    void workflowsAreLookedForWhereBeansAreScannedFor() {
        apply(Scanning.class);
        assertThat(environment.getProperty(DISCOVERY + "workflow-packages"))
                .isEqualTo("com.acme.checkout,com.acme.misnamed,com.acme.more,com.acme.orders,com.acme.parts,"
                        + "com.acme.waiting,dev.durahook.worker");
    }

    @ParameterizedTest
    @CsvSource({"64, 20", "256, 44", "512, 89", "16384, 600"})
    void fewerWorkflowsAreCachedInASmallHeap(long megabytes, int workflows) {
        assertThat(WorkerDefaults.cached(megabytes * 1024 * 1024)).isEqualTo(workflows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BasePoller", "ActivityWorker", "WorkflowWorker", "HeartbeatManager"})
    void repeatedSdkLinesOfAnOutageAreOffByDefault(String logger) {
        String key = "logging.level.io.temporal.internal.worker." + logger;
        apply();
        assertThat(environment.getProperty(key)).isEqualTo("error");
        environment.setProperty(key, "warn");
        apply();
        assertThat(environment.getProperty(key)).isEqualTo("warn");
    }

    @Test
    void applicationsOwnSettingsWin() {
        environment.setProperty("spring.temporal.start-workers", "true");
        environment.setProperty(DISCOVERY + "workflow-packages", "com.acme.elsewhere");
        apply();
        assertThat(environment.getProperty("spring.temporal.start-workers")).isEqualTo("true");
        assertThat(environment.getProperty(DISCOVERY + "workflow-packages")).isEqualTo("com.acme.elsewhere");
    }

    @Test
    void deprecatedKeyIsLeftAlone() {
        environment.setProperty(DISCOVERY + "packages", "com.acme.elsewhere");
        apply();
        assertThat(environment.containsProperty(DISCOVERY + "enabled")).isFalse();
        assertThat(environment.containsProperty(DISCOVERY + "workflow-packages"))
                .isFalse();
    }

    private void apply() {
        apply(ShopApplication.class);
    }

    private void apply(Class<?> application) {
        new WorkerDefaults().postProcessEnvironment(environment, new SpringApplication(application));
    }

    /** Names packages in each way that Spring knows. */
    @SpringBootApplication(
            scanBasePackages = {"com.acme.orders", "com.acme.parts; com.acme.more"},
            scanBasePackageClasses = OrderCreated.class)
    @ComponentScan("com.acme.waiting")
    @ComponentScan(basePackageClasses = Checkout.class)
    private static final class Scanning {}
}
