/** Signing, verifying, encrypting and decrypting, beside a peer and beside what the primitives need. */
package dev.tegami.benchmarks.smime;
