/** Runs Durahook's workflows and the handlers, workflows and activities of authors in any Spring Boot application. */
@NullMarked
package dev.durahook.worker;

import org.jspecify.annotations.NullMarked;
