package dev.tegami.pop3.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The timestamp of a greeting, from which APOP makes its digest (RFC 1939 §7). Only one that looks like a message id
 * is taken: the known attack on MD5 in APOP needs octets that no message id has.
 */
record Timestamp(String text) {
    private static final Pattern ANGLES = Pattern.compile("<[^<>]*>");
    private static final Pattern SAFE =
            Pattern.compile("<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,120}@[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\\[\\]:-]{1,120}>");

    /** Finds a timestamp that is safe to digest. */
    static Optional<Timestamp> in(String greeting) {
        Matcher found = ANGLES.matcher(greeting);
        return found.find() && SAFE.matcher(found.group()).matches()
                ? Optional.of(new Timestamp(found.group()))
                : Optional.empty();
    }

    /** The digest that proves the password. */
    String digest(String password) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest((text + password).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform has no MD5", e);
        }
    }
}
