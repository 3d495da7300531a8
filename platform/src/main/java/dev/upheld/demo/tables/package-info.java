/** The tables of Nimbus and what a healthy row of each looks like. */
@NullMarked
package dev.upheld.demo.tables;

import org.jspecify.annotations.NullMarked;
