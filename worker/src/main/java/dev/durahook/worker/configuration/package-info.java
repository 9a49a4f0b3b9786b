/** Configuration that several parts of the worker check: routes, and the task queues of other workers. */
@NullMarked
package dev.durahook.worker.configuration;

import org.jspecify.annotations.NullMarked;
