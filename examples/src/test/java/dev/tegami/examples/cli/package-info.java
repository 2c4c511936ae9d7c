/** The command line, run in this process. */
@NullMarked
package dev.tegami.examples.cli;

import org.jspecify.annotations.NullMarked;
