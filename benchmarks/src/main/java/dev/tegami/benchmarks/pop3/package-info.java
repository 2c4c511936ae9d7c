/** Collecting: a maildrop read whole. */
package dev.tegami.benchmarks.pop3;
