/**
 * The inbox of requests: by deadline, one page each, and every act a person of the company does.
 */
@NullMarked
package dev.upheld.edge.console.request;

import org.jspecify.annotations.NullMarked;
