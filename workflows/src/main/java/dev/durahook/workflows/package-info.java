/**
 * The contract between receiver and worker: what an event is, how it is named, how its body travels.
 *
 * <p>Nothing here knows Spring, HTTP or a provider. Authors of handlers and workflows depend on this module alone.
 */
@NullMarked
package dev.durahook.workflows;

import org.jspecify.annotations.NullMarked;
