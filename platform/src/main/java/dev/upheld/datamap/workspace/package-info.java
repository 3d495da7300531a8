/**
 * A whole workspace: the charter's promises together with the systems and data maps they are bound
 * to. {@link dev.upheld.datamap.workspace.Workspaces} is the door.
 */
@NullMarked
package dev.upheld.datamap.workspace;

import org.jspecify.annotations.NullMarked;
