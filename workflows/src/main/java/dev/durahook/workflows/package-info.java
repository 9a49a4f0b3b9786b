/**
 * The contract between receiver and worker: the event, its ID, its type and its body.
 *
 * <p>This package does not depend on Spring, HTTP or a provider. Authors of handlers and workflows depend on this
 * module alone.
 */
@NullMarked
package dev.durahook.workflows;

import org.jspecify.annotations.NullMarked;
