package dev.durahook.connection;

/** The application has a Spring Boot that is too old. */
final class UnsupportedSpringBootException extends RuntimeException {

    UnsupportedSpringBootException(SpringBootRelease release) {
        super("Durahook needs Spring Boot " + SpringBootRelease.REQUIRED.text() + " or newer, and this application has "
                + release.text());
    }
}
