/** The demo and the README, run. */
@NullMarked
package dev.tegami.examples;

import org.jspecify.annotations.NullMarked;
