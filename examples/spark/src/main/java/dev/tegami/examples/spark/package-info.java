/** A large archive of mail, judged by many processes. */
@NullMarked
package dev.tegami.examples.spark;

import org.jspecify.annotations.NullMarked;
