/** The ledger of {@code durahook-workflows} on a real PostgreSQL, for which that module has no tools. */
package dev.durahook.worker.ledger;
