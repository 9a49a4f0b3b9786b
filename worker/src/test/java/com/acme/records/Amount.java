package com.acme.records;

/** The first class of its package; it is not a bean. No test may load this class before Spring Boot does. */
public record Amount(int cents) {}
