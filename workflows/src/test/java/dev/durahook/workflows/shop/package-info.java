/** What an author could have written: a workflow with one step, and the world it runs in. */
package dev.durahook.workflows.shop;
