package com.acme;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Handlers and workflows are found in this package and below. */
@SpringBootApplication
public class AcmeEvents {

    public static void main(String[] arguments) {
        SpringApplication.run(AcmeEvents.class, arguments);
    }
}
