/** Partners over HTTP, against a server that is as strict as the published interface. */
@NullMarked
package dev.upheld.connect.http;

import org.jspecify.annotations.NullMarked;
