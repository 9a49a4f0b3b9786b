package dev.durahook.testing.processing;

import dev.durahook.worker.Declarations;
import dev.durahook.worker.destination.kind.Attempt;
import dev.durahook.worker.destination.kind.DestinationKind;
import dev.durahook.workflows.WebhookEvent;
import dev.durahook.workflows.policy.RetryPolicy;
import dev.durahook.workflows.routing.Plan;
import dev.durahook.workflows.routing.PlannedStep;
import io.temporal.activity.Activity;
import io.temporal.common.converter.RawValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** An application's configuration, found by Spring Boot and read with the worker's code. */
record SpringConfiguration(Declarations declarations) implements WorkerDeclarations {

    static WorkerDeclarations read(
            List<String> profiles,
            Map<String, String> values,
            List<DestinationKind<?>> kinds,
            RegisteredCode registered,
            Predicate<String> isPolicy) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.copyOf(values)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, profiles);
        return new SpringConfiguration(Declarations.read(
                environment,
                kinds,
                registered.handlers(),
                registered.workflows().keySet(),
                isPolicy));
    }

    @Override
    public Optional<RetryPolicy> policy(String name) {
        return declarations.policies().isDeclared(name)
                ? Optional.of(withoutJitter(declarations.policies().policy(name)))
                : Optional.empty();
    }

    @Override
    public Optional<String> policyOf(String destination) {
        return declarations.destinations().policyOf(destination);
    }

    @Override
    public Set<String> destinations() {
        return declarations.destinations().names();
    }

    @Override
    public Set<String> foreign() {
        return destinations().stream()
                .filter(name -> declarations.destinations().activityOf(name).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean mayTake(String eventType) {
        return declarations.plans().mayTake(eventType);
    }

    @Override
    public Plan plan(WebhookEvent event, @Nullable RawValue body) {
        Plan plan = declarations.plans().plan(event, body);
        return new Plan(
                plan.steps().stream().map(SpringConfiguration::onQueueOfItsFake).toList(),
                plan.parkUnhandled(),
                plan.beginning(),
                plan.unmet());
    }

    // A fake destination takes the place of every destination, also of an activity on other workers.
    private static PlannedStep onQueueOfItsFake(PlannedStep step) {
        return step.withActivityOn(ForeignAttempts.queueOf(step.name()));
    }

    @Override
    public void check(String destination, WebhookEvent event, byte[] body) {
        Attempt attempt = Attempt.of(Activity.getExecutionContext().getInfo(), Duration.ZERO);
        declarations.destinations().find(destination).ifPresent(declared -> declared.check(event, body, attempt));
    }

    private static RetryPolicy withoutJitter(RetryPolicy policy) {
        return new RetryPolicy(
                policy.initialInterval(),
                policy.backoffCoefficient(),
                policy.maximumInterval(),
                policy.maximumAttempts(),
                policy.startToCloseTimeout(),
                policy.scheduleToCloseTimeout(),
                policy.nonRetryableErrorTypes(),
                policy.heartbeatTimeout(),
                0,
                policy.delays(),
                policy.parkTimeout());
    }
}
