package dev.durahook.receiver.http.refusal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Marks an application whose web server serves only the receiver: every refused request is answered with a problem, and
 * only deliveries may have a body. In other applications this applies only to the paths of deliveries.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(DedicatedServerConfiguration.class)
public @interface DedicatedServer {}
