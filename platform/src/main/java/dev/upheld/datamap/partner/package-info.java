/**
 * Partners: services of other companies that hold personal data and are reached by their own HTTP
 * interface. What such a service can do is one declarative file; this package reads it strictly and
 * calls nobody.
 */
@NullMarked
package dev.upheld.datamap.partner;

import org.jspecify.annotations.NullMarked;
