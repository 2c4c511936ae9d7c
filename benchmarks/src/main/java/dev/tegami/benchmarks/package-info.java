/**
 * Every module of Tegami beside its peers.
 *
 * <p>A benchmark is a class with one method {@code tegami} and one method per peer, named after it; all of them do the
 * same work on the same input and give back what they found, so that nothing is optimised away. {@link Ratios} runs
 * them and prints how many times faster or slower Tegami is.
 */
package dev.tegami.benchmarks;
