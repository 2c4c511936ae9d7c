/** Messages: reading and writing MIME. */
package dev.tegami.benchmarks.mime;
