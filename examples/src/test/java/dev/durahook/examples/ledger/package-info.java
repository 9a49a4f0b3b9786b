/** An example of the ledger in a transaction that Spring manages. */
package dev.durahook.examples.ledger;
