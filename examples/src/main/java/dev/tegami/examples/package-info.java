/**
 * A letter's whole trip: composed, signed, encrypted, submitted, listed, read, collected, opened and judged. Start
 * reading at {@link dev.tegami.examples.Demo}.
 */
@NullMarked
package dev.tegami.examples;

import org.jspecify.annotations.NullMarked;
