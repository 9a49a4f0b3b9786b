/** Version 2 of a team's workflows. */
package com.acme.orders.v2;
