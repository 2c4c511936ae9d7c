/** Slices of arrays and files. */
@NullMarked
package dev.tegami.internal.bytes;

import org.jspecify.annotations.NullMarked;
