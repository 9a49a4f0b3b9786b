package dev.durahook.receiver.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * An application of ours, whose web server is the receiver's alone: it answers in our form on every path, and lets nothing
 * but deliveries carry a body. In any other application only the paths of deliveries are ours.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(OwnServerConfiguration.class)
public @interface OwnServer {}
