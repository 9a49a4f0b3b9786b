/** A workflow of an application that runs on the same workers as the events which are handed over to it. */
package com.acme.handover;
