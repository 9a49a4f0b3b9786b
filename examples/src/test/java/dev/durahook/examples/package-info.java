/** What an author writes beside a handler: tests that take seconds and need neither a server nor Spring. */
package dev.durahook.examples;
