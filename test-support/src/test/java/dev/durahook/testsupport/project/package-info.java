/** Tests that the repository's pages, manifests and scripts agree with each other. */
@NullMarked
package dev.durahook.testsupport.project;

import org.jspecify.annotations.NullMarked;
