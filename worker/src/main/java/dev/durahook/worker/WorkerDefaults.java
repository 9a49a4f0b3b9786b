package dev.durahook.worker;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Sets defaults for Temporal's starter, so that an application with handlers needs no configuration. An application can
 * override every default, because defaults have the lowest precedence.
 */
final class WorkerDefaults implements EnvironmentPostProcessor {

    // In an outage these loggers write a hundred lines a second with stack traces, or a line for each attempt and each
    // minute. Durahook's connection logs once that Temporal is down, and logs what Temporal refuses while it answers.
    // https://github.com/temporalio/sdk-java/issues/1019 asks for lines that come less often.
    private static final List<String> QUIET_IN_AN_OUTAGE = List.of(
            "io.temporal.internal.worker.BasePoller",
            "io.temporal.internal.worker.ActivityWorker",
            "io.temporal.internal.worker.WorkflowWorker",
            "io.temporal.internal.worker.HeartbeatManager");

    private static final int FEWEST_CACHED = 20;
    // The SDK's own default.
    private static final int MOST_CACHED = 600;
    private static final int LARGEST_WORKFLOW = 6_000_000;

    private static final String DISCOVERY = "spring.temporal.workers-auto-discovery";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        SourcePackages.load(sources(environment));
        Map<String, Object> defaults = new TreeMap<>();
        // WorkerLifecycle starts the workers: it waits for Temporal, and for running activities at the end.
        defaults.put("spring.temporal.start-workers", false);
        defaults.put(
                "spring.temporal.workflow-cache.max-instances",
                cached(Runtime.getRuntime().maxMemory()));
        // This logger writes failure messages, which may quote a body. FailedAttempts logs each failed attempt instead.
        defaults.put("logging.level.io.temporal.internal.activity.ActivityTaskExecutors", "error");
        QUIET_IN_AN_OUTAGE.forEach(logger -> defaults.put("logging.level." + logger, "error"));
        // The starter refuses this deprecated key together with any other key of the group.
        if (!environment.containsProperty(DISCOVERY + ".packages")) {
            defaults.put(DISCOVERY + ".enabled", true);
            defaults.put(DISCOVERY + ".workflow-packages", String.join(",", packages(environment, application)));
        }
        environment.getPropertySources().addLast(new MapPropertySource("durahookWorkerDefaults", defaults));
    }

    /**
     * How many workflows a worker with a heap of this many bytes keeps in memory. Each may hold a body of two
     * megabytes, even while its event is parked; all of them together may take a third of the heap.
     */
    static int cached(long heap) {
        return (int) Math.max(FEWEST_CACHED, Math.min(MOST_CACHED, heap / LARGEST_WORKFLOW));
    }

    // Workflows are searched for in the same packages as beans: in spring.main.sources, in the packages of the
    // application's own classes, which may differ from the package of the main method, and in the packages that these
    // classes name for their beans.
    private static Set<String> packages(ConfigurableEnvironment environment, SpringApplication application) {
        Set<String> packages = new TreeSet<>(sources(environment));
        for (Object source : application.getAllSources()) {
            packages.add(source instanceof Class<?> type ? ClassUtils.getPackageName(type) : source.toString());
            if (source instanceof Class<?> type) {
                scanned(type).forEach(packages::add);
            }
        }
        return packages;
    }

    // Spring Boot's annotation is a component scan with other names for its attributes.
    private static Stream<String> scanned(Class<?> type) {
        return MergedAnnotations.from(type, SearchStrategy.INHERITED_ANNOTATIONS).stream(ComponentScan.class)
                .flatMap(scan -> Stream.concat(
                        Arrays.stream(scan.getStringArray("basePackages"))
                                .flatMap(packages -> Arrays.stream(StringUtils.tokenizeToStringArray(
                                        packages, ConfigurableApplicationContext.CONFIG_LOCATION_DELIMITERS))),
                        Arrays.stream(scan.getClassArray("basePackageClasses")).map(ClassUtils::getPackageName)));
    }

    private static List<String> sources(ConfigurableEnvironment environment) {
        return Binder.get(environment)
                .bind("spring.main.sources", Bindable.listOf(String.class))
                .orElse(List.of());
    }
}
