/**
 * Files that strangers send: what they are is judged by their content, and what people see of them
 * is drawn anew, as pictures. All decoding happens in a process of its own, with little memory and
 * little time, so that a file made to harm reaches nothing.
 */
@NullMarked
package dev.upheld.duty.request.paper;

import org.jspecify.annotations.NullMarked;
