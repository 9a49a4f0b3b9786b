@NullMarked
package dev.durahook.examples.order;

import org.jspecify.annotations.NullMarked;
