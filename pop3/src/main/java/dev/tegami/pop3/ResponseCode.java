package dev.tegami.pop3;

import java.util.Locale;
import java.util.Optional;

/**
 * The machine-readable reason of a reply (RFC 2449 section 8, RFC 3206, RFC 6856). Codes are hierarchical: {@code
 * SYS/TEMP/DISK} is also {@code SYS/TEMP}. A code nobody knows is an ordinary value.
 *
 * <pre>{@code
 * if (refused.code().filter(code -> code.is(ResponseCode.IN_USE)).isPresent()) { ... }
 * }</pre>
 *
 * @param name the code in capitals, levels separated by slashes
 */
public record ResponseCode(String name) {
    /** Another login too soon after the last one; wait as long as LOGIN-DELAY says. */
    public static final ResponseCode LOGIN_DELAY = new ResponseCode("LOGIN-DELAY");
    /** Another session has the mailbox open. */
    public static final ResponseCode IN_USE = new ResponseCode("IN-USE");
    /** The server has a trouble that will pass. */
    public static final ResponseCode SYS_TEMP = new ResponseCode("SYS/TEMP");
    /** The server has a trouble that somebody must mend. */
    public static final ResponseCode SYS_PERM = new ResponseCode("SYS/PERM");
    /** The credentials are wrong, not the server. */
    public static final ResponseCode AUTH = new ResponseCode("AUTH");
    /** The mailbox or message needs the UTF-8 mode of RFC 6856. */
    public static final ResponseCode UTF8 = new ResponseCode("UTF8");

    /**
     * Checks and keeps a code.
     *
     * @param name the code; it is put in capitals
     * @throws IllegalArgumentException for anything but printable ASCII without brackets and spaces
     */
    public ResponseCode {
        if (!isCode(name)) {
            throw new IllegalArgumentException("not a response code");
        }
        name = name.toUpperCase(Locale.ROOT);
    }

    private static boolean isCode(String name) {
        return !name.isEmpty()
                && name.length() <= 100
                && name.chars().allMatch(c -> c > ' ' && c < 127 && c != '[' && c != ']');
    }

    /**
     * Reads what stood between the brackets.
     *
     * @param text the text
     * @return the code, or empty if it is none
     */
    public static Optional<ResponseCode> parse(String text) {
        return isCode(text) ? Optional.of(new ResponseCode(text)) : Optional.empty();
    }

    /**
     * Tells whether this code says what another says, or that and more.
     *
     * @param other the general code
     * @return true for the same code and for those below it
     */
    public boolean is(ResponseCode other) {
        return name.equals(other.name) || name.startsWith(other.name + "/");
    }

    /**
     * Tells whether the same command may succeed later without any change.
     *
     * @return true for LOGIN-DELAY, IN-USE and SYS/TEMP
     */
    public boolean isTransient() {
        return is(LOGIN_DELAY) || is(IN_USE) || is(SYS_TEMP);
    }
}
