/** Submission: letters over one connection. */
package dev.tegami.benchmarks.smtp;
