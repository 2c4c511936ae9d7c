/** What every room shares: the root of all errors and the limits they name. */
@NullMarked
package dev.tegami;

import org.jspecify.annotations.NullMarked;
