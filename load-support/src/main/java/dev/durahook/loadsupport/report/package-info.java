/** Tables, and files of records. */
@NullMarked
package dev.durahook.loadsupport.report;

import org.jspecify.annotations.NullMarked;
