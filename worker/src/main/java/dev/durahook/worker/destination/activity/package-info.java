/**
 * The kind of destination that is an activity on workers of the application's own, in any language. The worker keeps the
 * plan, the policy, the retries and the parking.
 */
@NullMarked
package dev.durahook.worker.destination.activity;

import org.jspecify.annotations.NullMarked;
