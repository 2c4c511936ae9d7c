/**
 * The command-line tool {@code tegami}: one file per command, each a few lines over the library. Start reading at
 * {@link dev.tegami.examples.cli.Tegami}.
 */
@NullMarked
package dev.tegami.examples.cli;

import org.jspecify.annotations.NullMarked;
