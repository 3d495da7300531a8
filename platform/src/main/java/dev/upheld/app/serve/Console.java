package dev.upheld.app.serve;

import dev.upheld.edge.console.Assets;
import dev.upheld.edge.console.Pages;
import dev.upheld.edge.console.http.Cookies;
import dev.upheld.edge.console.http.Origins;

/**
 * What controllers of the console share.
 *
 * @param fiction whether it is a demonstration, with data that is made up
 */
public record Console(
    Assets assets, Pages pages, Cookies cookies, Origins origins, boolean fiction) {}
