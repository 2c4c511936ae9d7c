/** The programs, run in this process against servers of their own. */
@NullMarked
package dev.tegami.examples.programs;

import org.jspecify.annotations.NullMarked;
