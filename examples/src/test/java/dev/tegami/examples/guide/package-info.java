/** The code of the guide, which is compiled and run here. */
@NullMarked
package dev.tegami.examples.guide;

import org.jspecify.annotations.NullMarked;
