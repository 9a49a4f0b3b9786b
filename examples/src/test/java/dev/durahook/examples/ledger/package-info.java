/** The ledger in a transaction of Spring's. */
package dev.durahook.examples.ledger;
