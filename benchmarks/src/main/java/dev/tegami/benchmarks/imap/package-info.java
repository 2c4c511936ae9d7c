/** Reading: what is in a folder. */
package dev.tegami.benchmarks.imap;
