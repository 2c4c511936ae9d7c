/** Programs for real work, one file each. Every one has {@code --help}; {@code examples/run NAME} runs it. */
@NullMarked
package dev.tegami.examples.programs;

import org.jspecify.annotations.NullMarked;
