package dev.tegami.smime;

/**
 * What identifies one signature among all others, so that a receipt can be held to it. Immutable.
 *
 * @param digest the digest that the signer used, by its name in the Java platform
 * @param attributes the digest of the signed attributes in hexadecimal
 * @param signature the signature in hexadecimal
 */
public record SignedOriginal(String digest, String attributes, String signature) {}
