/** Tests of the archive on Spark. */
@NullMarked
package dev.tegami.examples.spark;

import org.jspecify.annotations.NullMarked;
