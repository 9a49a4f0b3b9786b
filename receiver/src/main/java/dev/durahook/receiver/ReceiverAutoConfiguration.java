package dev.durahook.receiver;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** The receiver, for any Spring Boot web application that depends on {@code durahook-receiver}. */
@AutoConfiguration
public class ReceiverAutoConfiguration {}
