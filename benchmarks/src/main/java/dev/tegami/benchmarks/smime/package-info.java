/** Signing, and judging a signature. */
package dev.tegami.benchmarks.smime;
