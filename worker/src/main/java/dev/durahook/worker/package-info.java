/** Wiring: runs what {@code workflows} defines and what authors add, in any Spring Boot application. */
@NullMarked
package dev.durahook.worker;

import org.jspecify.annotations.NullMarked;
