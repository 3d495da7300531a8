/**
 * Partners reached over HTTP, each by one declarative file. Patient within bounds, never faster
 * than the partner allows, and deaf to whatever its file does not foresee: answers are bounded in
 * size, depth and pages, no redirect is followed, nothing that was not asked for is believed.
 */
@NullMarked
package dev.upheld.connect.http;

import org.jspecify.annotations.NullMarked;
