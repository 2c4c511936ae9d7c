package dev.tegami.smime;

/**
 * What a receipt says it is for (RFC 2634 section 2.8). Immutable.
 *
 * @param contentType the type of the original content, an object identifier
 * @param identifier what names the original letter in hexadecimal
 * @param signature the signature of the original in hexadecimal
 */
public record SignedReceipt(String contentType, String identifier, String signature) {}
