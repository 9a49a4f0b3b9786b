/** What the files around the code say is the same in all of them. */
@NullMarked
package dev.durahook.testsupport.project;

import org.jspecify.annotations.NullMarked;
