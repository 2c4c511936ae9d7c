/** Stores on disk: Maildir and mbox, safe under several processes and under being killed at any moment. */
@NullMarked
package dev.tegami.store;

import org.jspecify.annotations.NullMarked;
