/**
 * Runs Durahook's workflows, and the application's own handlers, workflows and activities, in any Spring Boot
 * application.
 */
@NullMarked
package dev.durahook.worker;

import org.jspecify.annotations.NullMarked;
