/**
 * Begins a workspace from another company's: the files rewritten in place, comments and layout
 * kept, what was about the other company taken out or left open, and a list of what a person must
 * look at. Pure: texts in, texts out.
 */
@NullMarked
package dev.upheld.datamap.adopt;

import org.jspecify.annotations.NullMarked;
