package com.acme.records;

/** The first class of its package, and no bean. No test may load it before Spring Boot does. */
public record Amount(int cents) {}
