/** What the benchmarks write. */
@NullMarked
package dev.tegami.benchmarks;

import org.jspecify.annotations.NullMarked;
