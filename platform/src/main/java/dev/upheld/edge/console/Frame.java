package dev.upheld.edge.console;

import dev.upheld.edge.console.view.Notice;
import java.util.Optional;

/**
 * What surrounds every page.
 *
 * @param user who is signed in; empty on the pages before that
 * @param csrfParameter name of the hidden field that protects forms; empty text for none
 * @param csrfToken its value
 * @param path the path asked for, without the query; the navigation marks it, and the forms for
 *     language and theme come back to it
 * @param fictionOf the company whose name made-up data bears; empty when the data is real
 * @param notice what the last act did, shown once
 */
public record Frame(
    Language language,
    Theme theme,
    Optional<SignedIn> user,
    String csrfParameter,
    String csrfToken,
    String path,
    Optional<String> fictionOf,
    Optional<Notice> notice) {}
