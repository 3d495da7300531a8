/** Mail: written, queued, sent, proved. */
@NullMarked
package dev.upheld.mail;

import org.jspecify.annotations.NullMarked;
