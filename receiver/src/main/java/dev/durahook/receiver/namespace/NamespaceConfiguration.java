package dev.durahook.receiver.namespace;

import dev.durahook.connection.server.PriorityCheck;
import dev.durahook.receiver.source.Source;
import dev.durahook.receiver.source.Sources;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares the checks of the Temporal namespace. */
@Configuration(proxyBeanMethods = false)
public class NamespaceConfiguration {

    @Bean
    RetentionCheck durahookRetentionCheck(Sources sources) {
        return new RetentionCheck(sources.all());
    }

    @Bean
    PriorityCheck durahookSourcePriorityCheck(Sources sources) {
        return new PriorityCheck(
                keys(sources, "priority", source -> source.priority().priority()),
                keys(sources, "fairness-key", source -> source.priority().fairnessKey()));
    }

    @Bean
    BodySizeCheck durahookBodySizeCheck(Sources sources) {
        return new BodySizeCheck(sources.all());
    }

    private static List<String> keys(Sources sources, String key, Function<Source, @Nullable Object> value) {
        return sources.all().stream()
                .filter(source -> value.apply(source) != null)
                .map(source -> "durahook.sources." + source.name() + "." + key)
                .toList();
    }
}
